internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    package func export(to path: String, overwrite: Bool) async throws {
        let name = try presentRecord().name
        if let error = try WorkspaceDiagnostics.firstError(in: findings()) {
            let reason = error.isUnreadable ? "cannot be read" : "is damaged"
            throw WorkspaceError(
                error.isUnreadable ? .fileSystemFailed : .damaged,
                "the workspace '\(name)' \(reason) and so cannot be exported: \(error.finding.message.english)",
                at: error.finding.location,
                hint: error.finding.hint?.english
            )
        }
        let isWritten = try WorkspaceError.explaining("export the workspace '\(name)' to '\(path)'") {
            guard try overwrite || LocalFile.kind(path: path) == nil else { return false }
            let (folder, fileName) = try LocalFile.replaceable(path: path)
            try requireOutside(folder, path)
            return try folder.putFile(fileName, isReplacing: overwrite) { write in try export(to: write) }
        }
        guard isWritten else {
            throw WorkspaceError(
                .exportExists,
                "the file '\(path)' already exists",
                at: SourceLocation(file: path),
                hint: try LocalFile.kind(path: path) == .regularFile
                    ? "choose another path, or pass overwrite: true" : "choose another path"
            )
        }
    }

    /// Refuses a path in the workspace's own folder, where the export file would be read while it is written, or would
    /// replace a stored file.
    private func requireOutside(_ folder: Directory, _ exportPath: String) throws {
        let root = LocalPath.components(of: try LocalFile.resolved(path))
        guard LocalPath.components(of: try LocalFile.resolved(folder.path)).starts(with: root) else { return }
        throw WorkspaceError(
            .exportInsideWorkspace,
            "'\(exportPath)' is in the workspace's own folder",
            at: SourceLocation(file: exportPath),
            hint: "choose a path outside the folder '\(path)'"
        )
    }

    /// Writes the files of the workspace, except this machine's own, to an export file, in an order that depends only
    /// on their names.
    ///
    /// - Parameter write: Writes the next bytes of the export file.
    /// - Throws: ``WorkspaceError`` when a file is damaged or cannot be read; also the errors of `write`.
    private func export(to write: ([UInt8]) throws -> Void) throws {
        let root = try root()
        for name in WorkspaceLayout.rootFiles where try root.kind(name) != nil {
            try Self.export(name, root.readFile(name, limit: WorkspaceLayout.limit(ofRootFile: name)), to: write)
        }
        for collection in DocumentCollection.all {
            guard let folder = try folder(of: collection) else { continue }
            for entryName in try folder.names() where !entryName.hasPrefix(".") {
                // A stray file is not a document.
                guard try folder.kind(entryName)?.isFolderOrLink == true else { continue }
                try export(folder.directory(entryName), as: "\(collection.name)/\(entryName)", to: write)
            }
        }
        for collection in BlobCollection.all where try root.kind(collection.name) != nil {
            try Self.exportBlobs(in: root.directory(collection.name), as: collection.name, to: write)
        }
        try write(TarWriter.end)
    }

    private func export(_ entry: Directory, as path: String, to write: ([UInt8]) throws -> Void) throws {
        // Read before the versions and written after them: other processes store and remove versions at the same time,
        // and an export file must not name a version that is not in it.
        let labels = try labelFolder(of: entry).map(foundLabels) ?? []
        let archive = try ArchivedVersions(of: entry)
        let archived = try archive.names.filter(archive.contains)
        var versions: [String: String] = [:]
        for folderName in try versionFolders(in: entry)
        where try entry.kind(folderName)?.isFolderOrLink == true {
            try Task.checkCancellation()
            versions[folderName] = try exportVersion(folderName, of: entry, as: "\(path)/\(folderName)", to: write)
        }
        for name in archived {
            guard let version = versions[name] else { continue }
            let marker = ArchivedVersions.marker(of: version)
            try Self.export("\(path)/\(ArchivedVersions.folderName)/\(name)", marker, to: write)
        }
        for (name, record) in labels where try versions[record.versionFolder(in: entry)] != nil {
            try Self.export("\(path)/\(LabelRecord.folderName)/\(name)", record.bytes, to: write)
        }
    }

    /// Writes the files of a version, each compared with its hash; of a removed version, only the record.
    ///
    /// - Returns: The version before encoding; `nil` when it was removed.
    private func exportVersion(
        _ folderName: String,
        of entry: Directory,
        as path: String,
        to write: ([UInt8]) throws -> Void
    ) throws -> String? {
        let folder = try entry.directory(folderName)
        // Read before the files: a process that removes the version replaces its record first.
        var record = try folder.readFile(RegistrationRecord.fileName, limit: RegistrationRecord.limit)
        var document: StoredDocument?
        do {
            document = try self.document(inFolder: folderName, of: entry)
        } catch let error as WorkspaceError where error.code == .versionDeleted {
            record = try folder.readFile(RegistrationRecord.fileName, limit: RegistrationRecord.limit)
        }
        for file in document?.files ?? [] { try Self.export("\(path)/\(file.name)", file.bytes, to: write) }
        try Self.export("\(path)/\(RegistrationRecord.fileName)", record, to: write)
        return document?.version
    }

    private static func exportBlobs(
        in folder: Directory,
        as path: String,
        to write: ([UInt8]) throws -> Void
    ) throws {
        for sha256 in try folder.names() where BlobName.isSHA256(sha256) {
            let files = try folder.directory(sha256)
            for name in try files.names() where !name.hasPrefix(".") {
                try Task.checkCancellation()
                let file = try files.openFile(name)
                var hash = ContentHash()
                try TarWriter.write(member("\(path)/\(sha256)/\(name)", size: file.size), to: write) {
                    try file.readPieces { piece in
                        hash.update(piece)
                        try write(piece)
                    }
                }
                guard hash.hex == sha256 else { throw WorkspaceError.damagedBlob("\(files.path)/\(name)") }
            }
        }
    }

    private static func export(_ path: String, _ bytes: [UInt8], to write: ([UInt8]) throws -> Void) throws {
        try TarWriter.write(member(path, size: bytes.count), to: write) { try write(bytes) }
    }

    /// Returns a member with the same permissions and times on every machine.
    private static func member(_ path: String, size: Int) -> TarMember {
        TarMember(path: path, kind: .file(size: size), mode: 0o644, modificationTime: 0)
    }
}
