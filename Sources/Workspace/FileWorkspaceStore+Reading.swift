internal import AzureMLSupport

extension FileWorkspaceStore {
    /// The most that one file of a version may hold.
    static let fileLimit = 64 << 20

    package func document(
        named name: String,
        version: String?,
        in collection: DocumentCollection
    ) async throws -> StoredDocument? {
        let name = try DocumentName(name, kind: "name")
        let version = try version.map { try DocumentName($0, kind: "version") }
        return try WorkspaceError.explaining("read '\(name)' in '\(path)'") {
            guard let entry = try entry(of: name, in: collection) else { return nil }
            if let version { return try document(version, in: entry) }
            guard let latest = try overview(of: entry).overview.latest else { return nil }
            return try document(DocumentName(latest, kind: "version"), in: entry)
        }
    }

    /// A version with its files, each compared with its recorded hash; `nil` when there is none.
    func document(_ version: DocumentName, in entry: Directory) throws -> StoredDocument? {
        try document(inFolder: EncodedName.encode(version), of: entry)
    }

    func document(inFolder name: String, of entry: Directory) throws -> StoredDocument? {
        let folder: Directory
        do throws(FileSystemError) {
            folder = try entry.directory(name)
        } catch {
            if error.isMissing { return nil }
            throw error.isNotFolder || error.reason == .isLink
                ? WorkspaceError.damaged("\(entry.path)/\(name)", "it is no folder", underlying: error)
                : error
        }
        let record = try RegistrationRecord(
            in: folder,
            entryName: LocalPath.lastComponent(of: entry.path),
            versionName: name
        )
        return StoredDocument(
            name: record.name,
            version: record.version,
            sequence: record.sequence,
            contentHash: record.contentHash,
            secretReferences: record.secretReferences,
            files: try record.files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { name, hash in
                DocumentFile(name: name, bytes: try Self.content(of: name, hash: hash, in: folder))
            }
        )
    }

    private static func content(of name: String, hash: String, in folder: Directory) throws -> [UInt8] {
        let path = "\(folder.path)/\(name)"
        let bytes: [UInt8]
        do throws(FileSystemError) {
            bytes = try folder.readFile(name, limit: fileLimit)
        } catch {
            throw WorkspaceError.damaged(path, error.reasonText, underlying: error)
        }
        guard ContentHash.sha256Hex(bytes) == hash else {
            throw WorkspaceError.damaged(path, "its content is not what was stored")
        }
        return bytes
    }

    package func names(in collection: DocumentCollection) async throws -> [String] {
        try WorkspaceError.explaining("list \(collection.name) in '\(path)'") {
            guard let folder = try self.folder(of: collection) else { return [] }
            let names = try folder.names().filter { !$0.hasPrefix(".") }.compactMap { name in
                // One damaged entry must not hide the others.
                try? folder.directory(name)
            }.compactMap { try? firstReadableName(in: $0) }
            return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    package func versions(of name: String, in collection: DocumentCollection) async throws -> [String] {
        let name = try DocumentName(name, kind: "name")
        return try WorkspaceError.explaining("list the versions of '\(name)' in '\(path)'") {
            guard let entry = try entry(of: name, in: collection) else { return [] }
            return try readableRecords(in: entry)
                .map { VersionRank(sequence: $0.sequence, version: $0.version) }
                .sorted()
                .map(\.version)
        }
    }

    /// The folder of a collection; `nil` before the first document of it.
    func folder(of collection: DocumentCollection) throws -> Directory? {
        let root = try root()
        guard try root.kind(collection.name) != nil else { return nil }
        return try root.directory(collection.name)
    }

    private func firstReadableName(in entry: Directory) throws -> String? {
        for name in try versionFolders(in: entry) {
            if let record = try? registration(ofFolder: name, in: entry) { return record.name }
        }
        return nil
    }

    func readableRecords(in entry: Directory) throws -> [RegistrationRecord] {
        try versionFolders(in: entry).compactMap { try? registration(ofFolder: $0, in: entry) }
    }

    func registration(ofFolder name: String, in entry: Directory) throws -> RegistrationRecord {
        try RegistrationRecord(
            in: entry.directory(name),
            entryName: LocalPath.lastComponent(of: entry.path),
            versionName: name
        )
    }
}
