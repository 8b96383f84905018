internal import AzureMLSupport
internal import AzureMLSystem

extension Workspace {
    /// Writes the whole workspace into one tar archive: every version with its labels, what is archived, the numbers of
    /// deleted versions, and the wheels.
    ///
    /// The same content gives the same bytes on every machine. The file is put in place when it is complete. What was put
    /// into the folder by others stays out. Versions that are registered meanwhile may be in it or not.
    ///
    /// > Python: none; azureml-core cannot export a workspace
    ///
    /// - Parameters:
    ///   - path: The archive's path, such as `backup.tar`; its folder has to exist.
    ///   - overwrite: Whether a file of that path is replaced.
    /// - Throws: ``WorkspaceError`` with the code `archiveExists` when there is a file, `archiveInsideWorkspace` when the
    ///   path lies in the workspace's own folder, `folderMissing` for a workspace in memory, `damaged` when something in the
    ///   workspace is damaged, or when a file cannot be read or written.
    public func exportArchive(path: String, overwrite: Bool = false) async throws {
        try await store.export(to: ProcessContext.current.absolutePath(path), overwrite: overwrite)
    }
}
