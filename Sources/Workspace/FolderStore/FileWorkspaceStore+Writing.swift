internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Each attempt that fails means that another writer succeeded, so that this bounds bad luck, not work.
    private static let attempts = 300

    package func add(_ draft: DocumentDraft, to collection: DocumentCollection) async throws -> StoredDocument {
        let name = try DocumentName(draft.name, kind: "name")
        let version = try draft.version.map { try DocumentName($0, kind: "version") }
        return try WorkspaceError.explaining("store '\(name)' in '\(path)'") {
            for _ in 0..<Self.attempts {
                if let stored = try stored(draft, as: name, version: version, in: collection) { return stored }
                if let stored = try publish(draft, as: name, version: version, in: collection) { return stored }
            }
            throw WorkspaceError(
                .fileSystem,
                "cannot store '\(name)' in '\(path)': other writers take every number first",
                hint: "try again, or name a version"
            )
        }
    }

    /// The version that has this content already; `nil` when it has to be written.
    private func stored(
        _ draft: DocumentDraft,
        as name: DocumentName,
        version: DocumentName?,
        in collection: DocumentCollection
    ) throws -> StoredDocument? {
        guard let entry = try entry(of: name, in: collection) else { return nil }
        guard let existing = try existingDocument(version, of: name, in: entry, for: draft) else { return nil }
        if draft.hasContent(hash: existing.contentHash, secretReferences: existing.secretReferences) {
            // Whoever wrote it may not have saved its entry to disk yet, and an answer has to survive a power cut.
            try syncAncestors(of: entry)
            try entry.synchronize()
            return existing
        }
        guard let version else { return nil }
        let place = SourceLocation(file: "\(entry.path)/\(EncodedName.encode(version))")
        throw WorkspaceError.versionConflict(version.text, of: name.text, at: place)
    }

    private func existingDocument(
        _ version: DocumentName?,
        of name: DocumentName,
        in entry: Directory,
        for draft: DocumentDraft
    ) throws -> StoredDocument? {
        guard let version else { return try latestDocument(in: entry, unlessOtherThan: draft) }
        do {
            return try document(inFolder: EncodedName.encode(version), of: entry)
        } catch let error as WorkspaceError where error.code == .versionDeleted {
            let place = SourceLocation(file: "\(entry.path)/\(EncodedName.encode(version))")
            throw WorkspaceError.versionNotGivenAgain(version.text, of: name.text, at: place)
        }
    }

    /// The latest version; `nil` when its record alone shows other content than the draft's, when it is damaged, because
    /// nothing is equal to a damaged one, or when there is none.
    private func latestDocument(in entry: Directory, unlessOtherThan draft: DocumentDraft) throws -> StoredDocument? {
        let known = try overview(of: entry).overview
        if let latest = known.latest,
            let record = try undamagedRecord(ofFolder: EncodedName.encode(version: latest), in: entry),
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

    /// Writes the version aside and moves it into place; `nil` when another writer was first.
    private func publish(
        _ draft: DocumentDraft,
        as name: DocumentName,
        version: DocumentName?,
        in collection: DocumentCollection
    ) throws -> StoredDocument? {
        let root = try root()
        // Its folder can outlive a workspace, and a version in it would be lost.
        guard try root.kind(WorkspaceRecord.fileName) != nil else { throw goneError }
        let entry = try root.openOrCreateDirectory(collection.name).openOrCreateDirectory(EncodedName.encode(name))
        let local = try writersFolder(of: entry)
        let known = try overview(of: entry)
        let version = try version ?? Self.nextVersion(of: name, after: known.overview, in: entry)
        let files = try draft.files(version.text)
        let record = try Self.record(
            of: draft,
            as: name,
            version: version,
            files,
            sequence: known.overview.nextSequence
        )
        let publication = Publication(record: record, files: files, folderName: EncodedName.encode(version))
        return try publication.publish(in: entry, staging: local, known: known) ? publication.document : nil
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
            // A stray file is no version, but no folder can take its place either.
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
                .tooLarge,
                "'\(name)' has \(files.count) files; a version may have \(RegistrationRecord.greatestFileCount) "
                    + "with \(contentLimit) bytes together"
            )
        }
        var hashes: [String: String] = [:]
        for file in files {
            let isFree = hashes[file.name] == nil && file.name != RegistrationRecord.fileName
            guard isFree, LocalPath.isFileName(file.name) else {
                throw WorkspaceError(.nameInvalid, "the file '\(file.name)' of '\(name)' has no name of its own")
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
}
