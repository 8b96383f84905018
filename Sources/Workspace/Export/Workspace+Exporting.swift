internal import AzureMLSupport
internal import AzureMLSystem

extension Workspace {
    /// Writes the whole workspace to an export file in tar format: all versions with their labels, which versions are
    /// archived, the numbers of deleted versions, and the wheels.
    ///
    /// The same content gives the same bytes on every machine. The file is put in place when it is complete. Foreign
    /// files in the workspace's folder are left out. Versions that are registered during the export may be left out.
    ///
    /// > Python: none; azureml-core cannot export a workspace
    ///
    /// - Parameters:
    ///   - path: The path of the export file, such as `backup.tar`; its folder must exist.
    ///   - overwrite: Whether to replace a file that exists at the path.
    /// - Throws: ``WorkspaceError`` with the code `exportExists` when there is already a file, `exportInsideWorkspace`
    ///   when the path is in the workspace's own folder, `folderMissing` for a workspace in memory, `damaged` when
    ///   something in the workspace is damaged, or `fileSystemFailed` when a file cannot be read or written.
    public func exportWorkspace(path: String, overwrite: Bool = false) async throws {
        try await store.export(to: ProcessContext.current.absolutePath(path), overwrite: overwrite)
    }
}
