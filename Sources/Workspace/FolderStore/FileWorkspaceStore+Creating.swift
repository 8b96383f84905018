internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Turns the folder into a workspace.
    ///
    /// A folder is a workspace once it contains `workspace.json`. This file is written last and only if absent, so that
    /// of many callers exactly one creates the workspace.
    ///
    /// - Returns: Whether this call created the workspace; false when the folder already was one.
    func create(_ record: WorkspaceRecord) throws -> Bool {
        try WorkspaceError.explaining("create the workspace '\(record.name)' in '\(path)'") {
            if try LocalFile.kind(path: "\(path)/\(WorkspaceRecord.fileName)") == nil {
                try Self.refusePlaceInsideWorkspace(path)
            }
            let root = try rootForCreating()
            let names = try root.names()
            let isWorkspace = names.contains(WorkspaceRecord.fileName)
            // Files that an interrupted creation left are allowed.
            let foreign = names.filter { name in
                name != Self.localFolder && !WorkspaceLayout.gitFiles.contains { $0.name == name }
            }
            if !isWorkspace, let first = foreign.first {
                throw notEmptyError("the folder '\(path)' is neither empty nor a workspace: it contains '\(first)'")
            }
            // Only now is the folder known to be ours. A leftover that cannot be removed must not stop the creation.
            try? root.directory(Self.localFolder).removeAbandonedTemporaries()
            if isWorkspace {
                // Its creator may not have fsynced the folder yet.
                try root.synchronize()
                return false
            }
            let local = try openOrCreate(Self.localFolder, in: root)
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
            throw error.isNotFolder ? notEmptyError("'\(path)' is a file or is below one", underlying: error) : error
        }
    }

    private func notEmptyError(_ message: String, underlying: (any Error)? = nil) -> WorkspaceError {
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
            let local = try openOrCreate(Self.localFolder, in: root)
            // Moved away first, so that no reader sees a version of which some files are already removed.
            try moveStoredAway(from: root, to: local)
            try root.remove(WorkspaceRecord.fileName)
            try removeRest(of: root, local)
        }
        // The folder is kept when it contains other files, is a mount point, or is in a folder that this user may not
        // change.
        try? removeEmptyRoot()
    }

    private func moveStoredAway(from root: Directory, to local: Directory) throws {
        let stored = DocumentCollection.all.map(\.name) + BlobCollection.all.map(\.name)
        for name in stored + NoteName.shared.map(\.text) where try root.kind(name) != nil {
            try local.withTemporaryDirectory(lockedFile: "lock") { temporary in
                do throws(FileSystemError) {
                    try root.rename(name, to: name, in: temporary.directory)
                } catch let error where error.isAcrossFileSystems {
                    // An overlay file system cannot rename a folder of a lower layer.
                    try root.removeTree(name)
                }
            }
        }
    }

    /// Removes the remaining files when the folder is no longer a workspace. A second call to `delete` cannot do that,
    /// because it finds no workspace.
    private func removeRest(of root: Directory, _ local: Directory) throws {
        do {
            // A writer that saw the workspace just before may have created a folder again.
            try moveStoredAway(from: root, to: local)
            for name in WorkspaceLayout.gitFiles.map(\.name) + NoteName.shared.map(\.text) {
                try root.removeTree(name)
            }
            try root.removeTree(Self.localFolder)
            try root.synchronize()
        } catch {
            throw WorkspaceError(
                .fileSystemFailed,
                "the workspace in '\(path)' is deleted, but some of its files are left: \(error)",
                at: SourceLocation(file: path),
                hint: "stop the programs that write to it, and remove the folder '\(path)/\(Self.localFolder)'",
                underlying: error
            )
        }
    }

    private func removeEmptyRoot() throws(FileSystemError) {
        let path = try LocalFile.resolved(path)
        try Directory(path: LocalPath.parent(of: path)).remove(LocalPath.lastComponent(of: path))
    }
}
