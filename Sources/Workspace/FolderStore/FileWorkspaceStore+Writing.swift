internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// The maximum number of attempts. Each failed one means that another writer succeeded, or that another computer
    /// removed the temporary folder.
    private static let attempts = 300

    /// The folders in which a version is stored. They are opened once, so that all steps concern the same workspace,
    /// even if another one takes its place meanwhile.
    private struct Folders {
        let root: Directory
        /// The folder of the name.
        let entry: Directory
        /// The folder for this machine's own files in it; `nil` when it is missing.
        let local: Directory?
    }

    package func add(_ draft: DocumentDraft, to collection: DocumentCollection) async throws -> StoredDocument {
        let name = try DocumentName(draft.name, kind: "name")
        let version = try draft.version.map { try DocumentName($0, kind: "version") }
        do {
            var lost: FileSystemError?
            for _ in 0..<Self.attempts {
                let root = try root()
                let entry = try entry(of: name, in: collection, below: root)
                let local = entry.flatMap(openedLocalFolder)
                let known = try version == nil ? entry.map { try overview(of: $0, local: local) } : nil
                if let entry, let stored = try stored(draft, as: name, version: version, in: entry, known: known) {
                    return stored
                }
                let folders = Folders(
                    root: root,
                    entry: try entry ?? createEntry(of: name, in: collection, below: root),
                    local: local
                )
                let (document, outcome) = try await publish(
                    draft,
                    as: name,
                    version: version,
                    in: folders,
                    known: known
                )
                switch outcome {
                case .inPlace: return document
                case .taken: lost = nil
                case .lost(let error): lost = error
                }
            }
            throw disturbedError(name, lost)
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: "store '\(name)' in '\(path)'")
        }
    }

    private func disturbedError(_ name: DocumentName, _ lost: FileSystemError?) -> WorkspaceError {
        WorkspaceError(
            .fileSystemFailed,
            "cannot store '\(name)' in '\(path)': "
                + (lost == nil
                    ? "other writers kept taking the next version number"
                    : "another computer kept removing its temporary folders"),
            hint: lost == nil ? "try again, or choose a version" : "write to it from one computer at a time",
            underlying: lost
        )
    }

    /// Returns the version that already has this content; `nil` when the draft has to be written.
    private func stored(
        _ draft: DocumentDraft,
        as name: DocumentName,
        version: DocumentName?,
        in entry: Directory,
        known: LatestHint?
    ) throws -> StoredDocument? {
        let existing =
            try version.map { try existingDocument($0, of: name, in: entry) }
            ?? known.flatMap { try latestDocument(in: entry, knownFrom: $0.overview, unlessOtherThan: draft) }
        guard let existing else { return nil }
        if draft.hasContent(hash: existing.contentHash, secretReferences: existing.secretReferences) {
            // Its writer may not have fsynced these folders yet, and a returned version must survive a power cut.
            try syncAncestors(of: entry)
            try entry.synchronize()
            return existing
        }
        guard let version else { return nil }
        let place = SourceLocation(file: "\(entry.path)/\(try EncodedName.encode(version, in: entry))")
        throw WorkspaceError.versionConflict(version.text, of: name.text, at: place)
    }

    private func existingDocument(
        _ version: DocumentName,
        of name: DocumentName,
        in entry: Directory
    ) throws -> StoredDocument? {
        do {
            return try document(inFolder: EncodedName.encode(version, in: entry), of: entry)
        } catch let error as WorkspaceError where error.code == .versionDeleted {
            let place = SourceLocation(file: "\(entry.path)/\(try EncodedName.encode(version, in: entry))")
            throw WorkspaceError.versionNotReused(version.text, of: name.text, at: place)
        }
    }

    /// Returns the latest version, unless its record alone shows that its content differs from the draft's.
    ///
    /// Also returns `nil` when there is no version, or when the latest is damaged, because no content equals it then.
    private func latestDocument(
        in entry: Directory,
        knownFrom known: VersionOverview,
        unlessOtherThan draft: DocumentDraft
    ) throws -> StoredDocument? {
        if let latest = known.latest,
            let record = try undamagedRecord(ofFolder: EncodedName.encode(version: latest, in: entry), in: entry),
            !record.isRemoved,
            !draft.hasContent(hash: record.contentHash, secretReferences: record.secretReferences)
        {
            return nil
        }
        do {
            return try latestDocument(in: entry, knownFrom: known)
        } catch let error as WorkspaceError where error.code == .damaged {
            return nil
        }
    }

    /// Throws an error when the workspace is gone: its folder can outlive it, and a version that is stored there after
    /// that would be lost.
    private func requirePresence(in root: Directory) throws {
        guard try root.kind(WorkspaceRecord.fileName) != nil else { throw goneError }
    }

    private func createEntry(
        of name: DocumentName,
        in collection: DocumentCollection,
        below root: Directory
    ) throws -> Directory {
        try requirePresence(in: root)
        let folder = try root.openOrCreateDirectory(collection.name)
        return try folder.openOrCreateDirectory(EncodedName.encode(name, in: folder))
    }

    /// Writes the version to a temporary folder and moves it into place, unless another writer is first.
    ///
    /// - Parameters:
    ///   - draft: The version.
    ///   - name: Its name.
    ///   - version: Its version; `nil` for the next number.
    ///   - folders: Where it is stored.
    ///   - known: The overview of the versions, if it was read already. Another writer can store a version before this
    ///     one is in place. If both have the same name, this one is refused. Otherwise both can get the same sequence,
    ///     and ``VersionRank`` orders them. No later call is out of order, because its overview has both of them.
    /// - Returns: The version, and whether it is in place.
    /// - Throws: ``WorkspaceError`` when the workspace is gone or the version cannot be stored; ``FileSystemError``.
    private func publish(
        _ draft: DocumentDraft,
        as name: DocumentName,
        version: DocumentName?,
        in folders: Folders,
        known: LatestHint?
    ) async throws -> (StoredDocument, Publication.Outcome) {
        try requirePresence(in: folders.root)
        let entry = folders.entry
        let local = try writersFolder(of: entry, opened: folders.local)
        let known = try known ?? overview(of: entry, local: local)
        let version = try version ?? Self.nextVersion(of: name, after: known.overview, in: entry)
        let files = try draft.files(version.text)
        let record = try Self.record(
            of: draft,
            as: name,
            version: version,
            files,
            sequence: known.overview.nextSequence
        )
        let recordBytes = record.bytes
        try Self.requireSmall(recordBytes, of: name)
        let publication = Publication(
            record: record,
            recordBytes: recordBytes,
            files: files,
            folderName: EncodedName.encode(version)
        )
        try await removeStrayMarker(of: publication.folderName, in: entry)
        return (publication.document, try publication.publish(in: entry, staging: local, known: known))
    }

    private static func nextVersion(
        of name: DocumentName,
        after known: VersionOverview,
        in entry: Directory
    ) throws -> DocumentName {
        var next = known.nextNumber
        while let number = next {
            switch try entry.kind(String(number)) {
            case .folder, .link, nil: return try DocumentName(String(number), kind: "version")
            // A stray file is not a version, but a folder cannot take its place either.
            case .regularFile, .other: next = VersionNumber.next(after: number)
            }
        }
        throw WorkspaceError.versionsExhausted(known.highestNumber, of: name.text)
    }

    private static func record(
        of draft: DocumentDraft,
        as name: DocumentName,
        version: DocumentName,
        _ files: [DocumentFile],
        sequence: Int
    ) throws -> RegistrationRecord {
        guard files.count <= RegistrationRecord.greatestFileCount,
            files.reduce(0, { $0 + $1.bytes.count }) <= contentLimit
        else {
            throw WorkspaceError(
                .versionTooLarge,
                "'\(name)' has \(files.count) files; a version may have at most "
                    + "\(RegistrationRecord.greatestFileCount) files and \(contentLimit) bytes in total"
            )
        }
        var hashes: [String: String] = [:]
        for file in files {
            let isFree = hashes[file.name] == nil && file.name != RegistrationRecord.fileName
            guard isFree, LocalPath.isFileName(file.name) else {
                throw WorkspaceError(.nameInvalid, "the file name '\(file.name)' of '\(name)' is invalid or taken")
            }
            hashes[file.name] = ContentHash.sha256Hex(file.bytes)
        }
        return RegistrationRecord(
            name: name.text,
            version: version.text,
            sequence: sequence,
            contentHash: draft.contentHash,
            files: hashes,
            secretReferences: draft.secretReferences
        )
    }

    private static func requireSmall(_ recordBytes: [UInt8], of name: DocumentName) throws(WorkspaceError) {
        guard recordBytes.count > RegistrationRecord.limit else { return }
        throw WorkspaceError(
            .versionTooLarge,
            "the record of '\(name)' would have \(recordBytes.count) bytes; \(RegistrationRecord.limit) are allowed",
            hint: "shorten the references to secrets"
        )
    }
}
