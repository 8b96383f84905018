internal import AzureMLSupport
internal import AzureMLSystem

extension Workspace {
    /// Creates a workspace from an export file that ``exportWorkspace(path:overwrite:)`` wrote, with the same name,
    /// identifiers and content.
    ///
    /// The file may come from a stranger: it is unpacked beside the workspace's folder, all hashes are compared, and
    /// one rename puts the result in place. A workspace that already exists is never changed. The file may have at most
    /// 2,000,000 members and 64 GiB.
    ///
    /// > Python: none; azureml-core cannot import a workspace
    ///
    /// - Parameters:
    ///   - path: The path of the export file.
    ///   - directory: The workspace's own folder, which must be empty or not exist; if omitted,
    ///     `$AZUREML_WORKSPACES/<name>` or `~/.azureml/workspaces/<name>`.
    /// - Returns: The workspace.
    /// - Throws: ``WorkspaceError`` with the code `exportInvalid` when the file is damaged or contains anything but a
    ///   workspace, `alreadyExists` or `directoryNotEmpty` when the folder is taken, `insideWorkspace` when it is among
    ///   the files of another workspace, or `fileSystemFailed` when a file cannot be read or written.
    public static func importWorkspace(path: String, directory: String? = nil) async throws -> Workspace {
        let file = WorkspaceExportFile(path: ProcessContext.current.absolutePath(path))
        let target = try directory.map { try resolvedFreePath(ProcessContext.current.absolutePath($0)) }
        let parentPath = target.map { LocalPath.split($0).folder } ?? WorkspaceLocation.root
        do {
            // Without an export file, no folder is created.
            _ = try LocalFile.open(path: file.path)
            try FileWorkspaceStore.refusePlaceInsideWorkspace(target ?? "\(parentPath)/workspace")
            let parent = try Directory.createAll(path: parentPath)
            // A leftover that cannot be removed must not stop the import.
            try? parent.removeAbandonedTemporaries(prefix: Directory.hiddenTemporaryPrefix)
            let path = try parent.withTemporaryDirectory(
                lockedFile: "lock",
                prefix: Directory.hiddenTemporaryPrefix
            ) { temporary in
                // An error in removing the folder must not hide the outcome; the next import removes a leftover.
                defer { try? parent.removeTemporaryDirectory(temporary.name) }
                let path = try unpack(file, in: temporary, of: parent, target: target)
                try parent.synchronize()
                return path
            }
            return try open(WorkspaceIdentity(), directory: path)
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: "import '\(file.path)' into '\(parentPath)'")
        }
    }

    /// Unpacks and verifies the workspace, and puts it in place; returns its path.
    private static func unpack(
        _ file: WorkspaceExportFile,
        in temporary: TemporaryDirectory,
        of parent: Directory,
        target: String?
    ) throws -> String {
        let folderName = "workspace"
        try temporary.directory.createDirectory(folderName)
        try file.unpack(into: temporary.directory.directory(folderName))
        let store = FileWorkspaceStore(path: "\(temporary.directory.path)/\(folderName)")
        let record = try file.check(store)
        try store.addMissingGitFiles()
        let path = WorkspaceLocation.directory(target, name: try DocumentName(record.name, kind: "workspace name"))
        let name = LocalPath.split(path).name
        do throws(FileSystemError) {
            // This replaces nothing but an empty folder.
            try temporary.directory.rename(folderName, to: name, in: parent)
        } catch {
            // What has the name decides, because file systems report a taken name in different ways.
            try requireFree(path)
            throw error
        }
        return path
    }

    /// Returns the path itself, or the resolved path of an empty folder, because a rename replaces an empty folder but
    /// not a link to one.
    private static func resolvedFreePath(_ path: String) throws -> String {
        try requireFree(path)
        return try WorkspaceError.explaining("import into '\(path)'") {
            try LocalFile.kind(path: path) == .folder ? LocalFile.resolved(path) : path
        }
    }

    private static func requireFree(_ path: String) throws {
        try WorkspaceError.explaining("import into '\(path)'") {
            guard let kind = try LocalFile.kind(path: path) else { return }
            if kind == .folder, try Directory(path: path).names().isEmpty { return }
            let isWorkspace = try kind == .folder && FileWorkspaceStore(path: path).readRecord() != nil
            throw WorkspaceError(
                isWorkspace ? .alreadyExists : .directoryNotEmpty,
                isWorkspace ? "there is already a workspace in '\(path)'" : "'\(path)' is not an empty folder",
                at: SourceLocation(file: path),
                hint: "pass a new or empty folder as 'directory:'"
            )
        }
    }
}
