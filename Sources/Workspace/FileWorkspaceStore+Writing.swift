internal import AzureMLSupport

extension FileWorkspaceStore {
    /// Each attempt that fails means that another writer succeeded, so that this bounds bad luck, not work.
    private static let attempts = 100_000

    package func add(_ draft: DocumentDraft, to collection: DocumentCollection) async throws -> StoredDocument {
        let name = try DocumentName(draft.name, kind: "name")
        let version = try draft.version.map { try DocumentName($0, kind: "version") }
        return try WorkspaceError.explaining("store '\(name)' in '\(path)'") {
            for _ in 0..<Self.attempts {
                if let answer = try stored(draft, name, version, in: collection) { return answer }
                if let answer = try publish(draft, name, version, in: collection) { return answer }
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
        _ name: DocumentName,
        _ version: DocumentName?,
        in collection: DocumentCollection
    ) throws -> StoredDocument? {
        guard let entry = try entry(of: name, in: collection) else { return nil }
        let existing =
            if let version {
                try document(version, in: entry)
            } else {
                try latestReadableDocument(in: entry)
            }
        guard let existing else { return nil }
        if existing.contentHash == draft.contentHash, existing.secretReferences == draft.secretReferences {
            // Whoever wrote it may not have saved its entry to disk yet, and an answer has to survive a power cut.
            try entry.synchronize()
            return existing
        }
        guard let version else { return nil }
        throw WorkspaceError(
            .versionConflict,
            "version '\(version)' of '\(name)' exists with other content",
            at: SourceLocation(file: "\(entry.path)/\(EncodedName.encode(version))"),
            hint: "name another version, or none for the next number"
        )
    }

    /// The latest version; `nil` when there is none or it is damaged, because nothing is equal to a damaged one.
    private func latestReadableDocument(in entry: Directory) throws -> StoredDocument? {
        guard let latest = try overview(of: entry).overview.latest else { return nil }
        do {
            return try document(DocumentName(latest, kind: "version"), in: entry)
        } catch let error as WorkspaceError where error.code == .damaged {
            return nil
        }
    }

    /// Writes the version aside and moves it into place; `nil` when another writer was first.
    private func publish(
        _ draft: DocumentDraft,
        _ name: DocumentName,
        _ version: DocumentName?,
        in collection: DocumentCollection
    ) throws -> StoredDocument? {
        let folder = try root().openOrCreateDirectory(collection.name)
        let entry = try folder.openOrCreateDirectory(EncodedName.encode(name))
        let local = try entry.openOrCreateDirectory(Self.localFolder)
        // A leftover that cannot be removed is no reason to refuse a new version.
        try? local.removeAbandonedTemporaries()
        let known = try overview(of: entry)
        let version = try version ?? Self.nextVersion(of: name, known.overview)
        let files = try draft.files(version.text)
        let record = try Self.record(of: draft, name, version, files, sequence: known.overview.nextSequence)
        let publication = Publication(record: record, files: files, folderName: EncodedName.encode(version))
        guard try publication.publish(in: entry, staging: local, known: known) else { return nil }
        // The first version makes the folder of its name worth keeping, whoever made that folder.
        if known.overview.latest == nil { try folder.synchronize() }
        return publication.document
    }

    private static func nextVersion(of name: DocumentName, _ known: VersionOverview) throws -> DocumentName {
        guard let next = known.nextNumber else {
            throw WorkspaceError(
                .versionsExhausted,
                "'\(name)' has version \(known.highestNumber), and no number comes after it",
                hint: "name the version"
            )
        }
        return try DocumentName(String(next), kind: "version")
    }

    private static func record(
        of draft: DocumentDraft,
        _ name: DocumentName,
        _ version: DocumentName,
        _ files: [DocumentFile],
        sequence: Int
    ) throws -> RegistrationRecord {
        var hashes: [String: String] = [:]
        for file in files {
            let isFree = hashes[file.name] == nil && file.name != RegistrationRecord.fileName
            guard isFree, LocalPath.isFileName(file.name), file.bytes.count <= fileLimit else {
                throw WorkspaceError(
                    .nameInvalid,
                    "the file '\(file.name)' of '\(name)' has no name of its own or more than \(fileLimit) bytes"
                )
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
