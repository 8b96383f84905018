internal import AzureMLSupport

extension FileWorkspaceStore {
    /// Hands over the files of the workspace that are not this machine's own, in an order that depends on their names only.
    ///
    /// What was said of a version is read before the version itself, so that nothing is said of one that is not there.
    ///
    /// - Parameter visit: Takes a path below the workspace's folder, and the content.
    /// - Throws: ``WorkspaceError`` when a file is damaged or cannot be read; what visiting throws.
    func exportFiles(_ visit: (String, [UInt8]) throws -> Void) throws {
        let root = try root()
        let trees = DocumentCollection.all.map(\.name) + BlobCollection.all.map(\.name)
        for name in (WorkspaceLayout.rootFiles + trees).sortedByBytes where try root.kind(name) != nil {
            try Task.checkCancellation()
            if WorkspaceLayout.rootFiles.contains(name) {
                try visit(name, try root.readFile(name, limit: WorkspaceLayout.rootFileLimit))
            } else if DocumentCollection.all.contains(where: { $0.name == name }) {
                let folder = try root.directory(name)
                for entryName in try folder.names() where !entryName.hasPrefix(".") {
                    if try folder.kind(entryName) == .regularFile { continue }
                    try exportFiles(of: folder.directory(entryName)) { try visit("\(name)/\(entryName)/\($0)", $1) }
                }
            } else {
                try exportBlobs(in: root.directory(name)) { try visit("\(name)/\($0)", $1) }
            }
        }
    }

    private func exportFiles(of entry: Directory, _ visit: (String, [UInt8]) throws -> Void) throws {
        let archive = try VersionArchive(of: entry)
        for name in try archive.names where try archive.contains(name) && entry.kind(name) == .folder {
            try visit("\(VersionArchive.folderName)/\(name)", try archive.marker(name))
        }
        if try entry.kind(LabelRecord.folderName) == .folder {
            let labels = try entry.directory(LabelRecord.folderName)
            for name in try labels.names() {
                try visit("\(LabelRecord.folderName)/\(name)", try labels.readFile(name, limit: LabelRecord.limit))
            }
        }
        for version in try versionFolders(in: entry) where try entry.kind(version) != .regularFile {
            try Task.checkCancellation()
            for file in try exportedFiles(ofVersion: version, in: entry) { try visit("\(version)/\(file.name)", file.bytes) }
        }
    }

    /// The files of a version, each compared with its hash; of one that was removed the record alone.
    private func exportedFiles(ofVersion version: String, in entry: Directory) throws -> [DocumentFile] {
        let files: [DocumentFile]
        do {
            files = try document(inFolder: version, of: entry)?.files ?? []
        } catch let error as WorkspaceError where error.code == .versionDeleted {
            files = []
        }
        // Read behind the files: a version that is removed meanwhile has a record that says so, and its verification
        // names the files that are too many.
        let record = try entry.directory(version).readFile(
            RegistrationRecord.fileName,
            limit: RegistrationRecord.limit
        )
        let all = files + [DocumentFile(name: RegistrationRecord.fileName, bytes: record)]
        return all.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private func exportBlobs(in folder: Directory, _ visit: (String, [UInt8]) throws -> Void) throws {
        for sha256 in try folder.names() where try folder.kind(sha256) == .folder {
            let files = try folder.directory(sha256)
            for name in try files.names() {
                try Task.checkCancellation()
                let bytes = try files.readFile(name, limit: BlobName.greatestSize)
                guard ContentHash.sha256Hex(bytes) == sha256 else {
                    throw WorkspaceError.damagedBlob("\(files.path)/\(name)")
                }
                try visit("\(sha256)/\(name)", bytes)
            }
        }
    }
}

extension [String] {
    fileprivate var sortedByBytes: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
