internal import AzureMLSupport

extension FileWorkspaceStore {
    /// What a workspace's folder holds besides documents, in a text that tells git what to keep.
    private static let gitFiles = [
        (name: ".gitattributes", text: "* -text\n"), (name: ".gitignore", text: ".local/\n"),
    ]

    /// Makes the folder a workspace.
    ///
    /// `workspace.json` is what makes it one, and is put in place last and only if absent: of many callers one wins.
    ///
    /// - Returns: Whether this call made it; false when it is a workspace already.
    func create(_ record: WorkspaceRecord) throws -> Bool {
        try WorkspaceError.explaining("create the workspace '\(record.name)' in '\(path)'") {
            let root = try Directory.createAll(path: path)
            let names = try root.names()
            if names.contains(WorkspaceRecord.fileName) { return false }
            // What a creation that was cut short leaves behind may stay.
            let foreign = names.filter { name in
                name != Self.localFolder && !Self.gitFiles.contains { $0.name == name }
            }
            if let first = foreign.first {
                throw WorkspaceError(
                    .directoryNotEmpty,
                    "the folder '\(path)' is not empty and no workspace: it holds '\(first)'",
                    at: SourceLocation(file: path),
                    hint: "name a new or empty folder"
                )
            }
            let local = try root.openOrCreateDirectory(Self.localFolder)
            try local.removeAbandonedTemporaries()
            for file in Self.gitFiles {
                _ = try root.putFileIfAbsent(file.name, Array(file.text.utf8), staging: local)
            }
            return try root.putFileIfAbsent(WorkspaceRecord.fileName, record.bytes, staging: local)
        }
    }

    package func delete() async throws {
        _ = try await record()
        try WorkspaceError.explaining("delete the workspace in '\(path)'") {
            let root = try root()
            let local = try root.openOrCreateDirectory(Self.localFolder)
            // Moved away first, because versions must not vanish file by file before the eyes of a reader.
            for collection in DocumentCollection.all where try root.kind(collection.name) != nil {
                let temporary = try local.createTemporaryDirectory()
                try root.rename(collection.name, to: collection.name, in: temporary.directory)
            }
            try root.remove(WorkspaceRecord.fileName)
            for file in Self.gitFiles where try root.kind(file.name) != nil { try root.remove(file.name) }
            try root.removeTree(Self.localFolder)
            try root.synchronize()
            try removeEmptyRoot()
        }
    }

    private func removeEmptyRoot() throws {
        let path = try LocalFile.resolved(path)
        guard LocalPath.parent(of: path) != path else { return }
        do throws(FileSystemError) {
            try Directory(path: LocalPath.parent(of: path)).remove(LocalPath.lastComponent(of: path))
        } catch let error where error.isTaken {
            // Files that are not the workspace's stay, and so does their folder.
        }
    }
}
