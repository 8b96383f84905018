internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// The maximum total size of the files of a version, in bytes.
    static let contentLimit = 64 << 20

    package func document(
        named name: String,
        version: String?,
        in collection: DocumentCollection
    ) async throws -> StoredDocument? {
        let name = try DocumentName(name, kind: "name")
        let version = try version.map { try DocumentName($0, kind: "version") }
        return try WorkspaceError.explaining("read '\(name)' in '\(path)'") {
            guard let entry = try entry(of: name, in: collection) else { return nil }
            return try version.map { try document(inFolder: EncodedName.encode($0, in: entry), of: entry) }
                ?? latestDocument(in: entry)
        }
    }

    /// Returns the version that was stored last and is not archived; `nil` when there is none.
    func latestDocument(in entry: Directory) throws -> StoredDocument? {
        try latestDocument(in: entry, knownFrom: overview(of: entry).overview)
    }

    /// Returns the latest version, for a caller that already has the overview.
    func latestDocument(in entry: Directory, knownFrom known: VersionOverview) throws -> StoredDocument? {
        try readLatest(in: entry, knownFrom: known) { try document(inFolder: $0, of: entry) } ?? nil
    }

    /// Calls a function with the folder of the latest version, and returns its result; `nil` when every version is
    /// archived or removed.
    func readLatest<Result>(
        in entry: Directory,
        knownFrom known: VersionOverview,
        _ read: (String) throws -> Result
    ) throws -> Result? {
        var overview = known
        while let latest = overview.latest {
            do {
                return try read(EncodedName.encode(version: latest, in: entry))
            } catch let error as WorkspaceError where error.code == .versionDeleted {
                // Removing a version does not change the folder's stamp, so the hint can be out of date. Each further
                // round means that another version was removed, so the loop ends.
                overview = try scan(entry).overview
            }
        }
        return nil
    }

    /// Returns a version with its files, each compared with its recorded hash; `nil` when there is no such version, or
    /// when it does not meet a condition.
    func document(
        inFolder name: String,
        of entry: Directory,
        meeting condition: FileCondition? = nil
    ) throws -> StoredDocument? {
        let folder: Directory
        do throws(FileSystemError) {
            folder = try entry.directory(name)
        } catch {
            if error.isMissing { return nil }
            throw error.isNotFolder || error.reason == .isLink
                ? WorkspaceError.damaged("\(entry.path)/\(name)", "it is not a folder", underlying: error)
                : error
        }
        let record = try RegistrationRecord(
            in: folder,
            entryName: LocalPath.lastComponent(of: entry.path),
            versionName: name
        )
        if record.isRemoved { throw WorkspaceError.versionDeleted(record.version, of: record.name) }
        do {
            return try Self.document(record, in: folder, meeting: condition)
        } catch let error as WorkspaceError where error.code == .damaged {
            // The version may have been removed while its files were read.
            let current = try? undamagedRecord(ofFolder: name, in: entry)
            throw current?.isRemoved == true ? WorkspaceError.versionDeleted(record.version, of: record.name) : error
        }
    }

    private static func document(
        _ record: RegistrationRecord,
        in folder: Directory,
        meeting condition: FileCondition?
    ) throws -> StoredDocument? {
        var files: [DocumentFile] = []
        var remainingBytes = contentLimit
        func read(_ name: String, _ hash: String) throws -> [UInt8] {
            let bytes = try content(of: name, hash: hash, in: folder, limit: remainingBytes)
            remainingBytes -= bytes.count
            files.append(DocumentFile(name: name, bytes: bytes))
            return bytes
        }
        var hashes = record.files
        if let condition {
            guard let hash = hashes.removeValue(forKey: condition.fileName),
                condition.isMet(try read(condition.fileName, hash))
            else { return nil }
        }
        for (name, hash) in hashes.sorted(by: { $0.key.exact < $1.key.exact }) { _ = try read(name, hash) }
        return StoredDocument(
            name: record.name,
            version: record.version,
            sequence: record.sequence,
            contentHash: record.contentHash,
            secretReferences: record.secretReferences,
            files: files.sorted { $0.name.exact < $1.name.exact }
        )
    }

    private static func content(of name: String, hash: String, in folder: Directory, limit: Int) throws -> [UInt8] {
        let path = "\(folder.path)/\(name)"
        let bytes: [UInt8]
        do throws(FileSystemError) {
            bytes = try folder.readFile(name, limit: limit)
        } catch {
            throw error.isDamage ? WorkspaceError.damaged(path, error.reasonText, underlying: error) : error
        }
        guard ContentHash.sha256Hex(bytes) == hash else {
            throw WorkspaceError.damaged(path, "its content is not what was stored")
        }
        return bytes
    }

    package func names(in collection: DocumentCollection) async throws -> [String] {
        do {
            guard let folder = try folder(of: collection) else { return [] }
            let names = try await mapEntries(of: folder) { entryName, remembered in
                do {
                    return try remembered?.name ?? firstUndamagedName(inFolder: entryName, of: folder)
                } catch let error as WorkspaceError where error.code == .damaged {
                    // Damage to one name must not hide the others; verify() reports it.
                    return nil
                }
            }
            return names.compactMap(\.self).sorted { $0.exact < $1.exact }
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: "list \(collection.name) in '\(path)'")
        }
    }

    /// Returns the folder of a collection; `nil` before its first document is stored.
    func folder(of collection: DocumentCollection) throws -> Directory? {
        let root = try root()
        guard try root.kind(collection.name) != nil else { return nil }
        return try root.directory(collection.name)
    }

    /// Returns the name that the versions in a folder have; `nil` unless one of them is whole and not archived.
    private func firstUndamagedName(inFolder entryName: String, of folder: Directory) throws -> String? {
        let entry: Directory
        do throws(FileSystemError) {
            entry = try folder.directory(entryName)
        } catch {
            if error.isDamage { return nil }
            throw error
        }
        if let latest = try latestFolderByHint(of: entry),
            let record = try undamagedRecord(ofFolder: latest, in: entry), !record.isRemoved
        {
            return record.name
        }
        let archive = try ArchivedVersions(of: entry)
        for name in try versionFolders(in: entry) where try !archive.contains(name) {
            if let record = try undamagedRecord(ofFolder: name, in: entry), !record.isRemoved { return record.name }
        }
        return nil
    }

    /// Returns the record of a version; `nil` when it is damaged, so that it does not hide other versions.
    ///
    /// Any other failure to read it is thrown, because another user or a later attempt may succeed.
    func undamagedRecord(ofFolder name: String, in entry: Directory) throws -> RegistrationRecord? {
        do {
            return try RegistrationRecord(
                in: entry.directory(name),
                entryName: LocalPath.lastComponent(of: entry.path),
                versionName: name
            )
        } catch let error as FileSystemError where error.isDamage {
            return nil
        } catch let error as WorkspaceError where error.code == .damaged {
            return nil
        }
    }
}
