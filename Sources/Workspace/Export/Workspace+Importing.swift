internal import AzureMLSupport
internal import AzureMLSystem

extension Workspace {
    /// Makes a workspace of an archive that ``exportArchive(path:overwrite:)`` wrote, with the same name, identifiers
    /// and content.
    ///
    /// The archive may come from a stranger: it is unpacked beside the workspace's folder, all hashes are compared, and
    /// one step puts it in place. A workspace that is there already is never touched.
    ///
    /// > Python: none; azureml-core cannot import a workspace
    ///
    /// - Parameters:
    ///   - path: The archive's path.
    ///   - directory: The workspace's own folder, absent or empty; without one, `$AZUREML_WORKSPACES/<name>` or
    ///     `~/.azureml/workspaces/<name>`.
    /// - Returns: The workspace.
    /// - Throws: ``WorkspaceError`` with the code `archiveInvalid` when the archive is damaged or holds anything but a
    ///   workspace, `alreadyExists` or `directoryNotEmpty` when the folder is taken, or when a file cannot be read or
    ///   written.
    public static func importArchive(path: String, directory: String? = nil) async throws -> Workspace {
        let archive = WorkspaceExportFile(path: ProcessContext.current.absolutePath(path))
        let target = try directory.map { try freePlace(ProcessContext.current.absolutePath($0)) }
        let parentPath = target.map { LocalPath.split($0).folder } ?? WorkspaceLocation.root
        do {
            // Without an archive nothing is made for it.
            _ = try LocalFile.open(path: archive.path)
            let parent = try Directory.createAll(path: parentPath)
            // A leftover that cannot be removed is no reason to refuse an archive.
            try? parent.removeAbandonedTemporaries(prefix: Directory.hiddenTemporaryPrefix)
            let path = try parent.withTemporaryDirectory(
                lockedFile: "lock",
                prefix: Directory.hiddenTemporaryPrefix
            ) { temporary in
                // Whatever the outcome, it is the one to report; a leftover is removed by the next import.
                defer { try? parent.removeTemporaryDirectory(temporary.name) }
                let path = try unpack(archive, in: temporary, of: parent, target: target)
                try parent.synchronize()
                return path
            }
            return try open(WorkspaceIdentity(), directory: path)
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: "import the archive '\(archive.path)' into '\(parentPath)'")
        }
    }

    /// Unpacks and verifies the workspace, and puts it in place; returns where.
    private static func unpack(
        _ archive: WorkspaceExportFile,
        in temporary: TemporaryDirectory,
        of parent: Directory,
        target: String?
    ) throws -> String {
        let folderName = "workspace"
        try temporary.directory.createDirectory(folderName)
        try archive.unpack(into: temporary.directory.directory(folderName))
        let store = FileWorkspaceStore(path: "\(temporary.directory.path)/\(folderName)")
        let record = try archive.check(store)
        try store.addMissingGitFiles()
        let path = WorkspaceLocation.directory(target, name: try DocumentName(record.name, kind: "workspace name"))
        let name = LocalPath.split(path).name
        do throws(FileSystemError) {
            // Only an empty folder is replaced by that.
            try temporary.directory.rename(folderName, to: name, in: parent)
        } catch {
            if error.isTaken || error.isNotFolder { try refuseTaken(path) }
            throw error
        }
        return path
    }

    /// The place itself, or the empty folder that is there: a rename replaces that, but no link to it.
    private static func freePlace(_ path: String) throws -> String {
        try refuseTaken(path)
        return try WorkspaceError.explaining("import into '\(path)'") {
            try LocalFile.kind(path: path) == .folder ? LocalFile.resolved(path) : path
        }
    }

    private static func refuseTaken(_ path: String) throws {
        try WorkspaceError.explaining("import into '\(path)'") {
            guard let kind = try LocalFile.kind(path: path) else { return }
            if kind == .folder, try Directory(path: path).names().isEmpty { return }
            let isWorkspace = try kind == .folder && FileWorkspaceStore(path: path).readRecord() != nil
            throw WorkspaceError(
                isWorkspace ? .alreadyExists : .directoryNotEmpty,
                isWorkspace ? "there is a workspace in '\(path)' already" : "'\(path)' is taken",
                at: SourceLocation(file: path),
                hint: "name a new or empty folder as 'directory:'"
            )
        }
    }
}
