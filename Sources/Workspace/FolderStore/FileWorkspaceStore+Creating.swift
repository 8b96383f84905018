internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Makes the folder a workspace.
    ///
    /// `workspace.json` is what makes it one, and is put in place last and only if absent: of many callers one wins.
    ///
    /// - Returns: Whether this call made it; false when it is a workspace already.
    func create(_ record: WorkspaceRecord) throws -> Bool {
        try WorkspaceError.explaining("create the workspace '\(record.name)' in '\(path)'") {
            let root = try rootForCreating()
            let names = try root.names()
            let isWorkspace = names.contains(WorkspaceRecord.fileName)
            // What a creation that was cut short leaves behind may stay.
            let foreign = names.filter { name in
                name != Self.localFolder && !WorkspaceLayout.gitFiles.contains { $0.name == name }
            }
            if !isWorkspace, let first = foreign.first {
                throw notEmpty("the folder '\(path)' is not empty and no workspace: it holds '\(first)'")
            }
            // Not before the folder is known to be ours. A leftover that cannot be removed is no reason to refuse it.
            try? root.directory(Self.localFolder).removeAbandonedTemporaries()
            if isWorkspace {
                // Whoever made it may not have saved it yet.
                try root.synchronize()
                return false
            }
            let local = try root.openOrCreateDirectory(Self.localFolder)
            for file in WorkspaceLayout.gitFiles {
                _ = try root.putFileIfAbsent(file.name, Array(file.text.utf8), staging: local)
            }
            return try root.putFileIfAbsent(WorkspaceRecord.fileName, record.bytes, staging: local)
        }
    }

    private func rootForCreating() throws -> Directory {
        do throws(FileSystemError) {
            return try Directory.createAll(path: path)
        } catch {
            throw error.isNotFolder ? notEmpty("'\(path)' is a file, or lies below one", underlying: error) : error
        }
    }

    private func notEmpty(_ message: String, underlying: (any Error)? = nil) -> WorkspaceError {
        WorkspaceError(
            .directoryNotEmpty,
            message,
            at: SourceLocation(file: path),
            hint: "name a new or empty folder",
            underlying: underlying
        )
    }

    package func delete() async throws {
        _ = try presentRecord()
        try WorkspaceError.explaining("delete the workspace in '\(path)'") {
            let root = try root()
            let local = try root.openOrCreateDirectory(Self.localFolder)
            // Moved away first, because versions must not vanish file by file before the eyes of a reader.
            try moveStoredAway(from: root, to: local)
            try root.remove(WorkspaceRecord.fileName)
            try removeRest(of: root, local)
        }
        // Files that are not the workspace's stay, and so does their folder; so does one that is a disk's own, or that
        // lies where this user may not write.
        try? removeEmptyRoot()
    }

    private func moveStoredAway(from root: Directory, to local: Directory) throws {
        let stored = DocumentCollection.all.map(\.name) + BlobCollection.all.map(\.name)
        for name in stored + NoteName.shared.map(\.text) where try root.kind(name) != nil {
            try local.withTemporaryDirectory(lockedFile: "lock") { temporary in
                do throws(FileSystemError) {
                    try root.rename(name, to: name, in: temporary.directory)
                } catch let error where error.isAcrossFileSystems {
                    // A layered file system moves no folder of a lower layer.
                    try root.removeTree(name)
                }
            }
        }
    }

    /// Removes what is left when the folder is not a workspace any more, which no second call can do.
    private func removeRest(of root: Directory, _ local: Directory) throws {
        do {
            // A writer that saw the workspace just before can have made a folder again.
            try moveStoredAway(from: root, to: local)
            for name in WorkspaceLayout.gitFiles.map(\.name) + NoteName.shared.map(\.text) {
                try root.removeTree(name)
            }
            try root.removeTree(Self.localFolder)
            try root.synchronize()
        } catch {
            throw WorkspaceError(
                .fileSystem,
                "the workspace in '\(path)' is deleted, but files of it are left: \(error)",
                at: SourceLocation(file: path),
                hint: "end the programs that write there, and remove the folder '\(path)/\(Self.localFolder)'",
                underlying: error
            )
        }
    }

    private func removeEmptyRoot() throws(FileSystemError) {
        let path = try LocalFile.resolved(path)
        try Directory(path: LocalPath.parent(of: path)).remove(LocalPath.lastComponent(of: path))
    }
}
