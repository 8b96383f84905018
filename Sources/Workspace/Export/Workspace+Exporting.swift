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
        guard let store = store as? FileWorkspaceStore else {
            throw WorkspaceError(
                .folderMissing,
                "the workspace '\(name)' is no folder, and only folders can be exported",
                hint: "copy its environments into a workspace that is a folder, and export that"
            )
        }
        let path = ProcessContext.current.absolutePath(path)
        if let damage = try await store.verify().first(where: { $0.severity == .error }) {
            throw WorkspaceError(
                .damaged,
                "the workspace '\(name)' is damaged and cannot be exported: \(damage.message.english)",
                at: damage.location,
                hint: damage.hint
            )
        }
        let isWritten = try WorkspaceError.explaining("export the workspace '\(name)' to '\(path)'") {
            guard try overwrite || LocalFile.kind(path: path) == nil else { return false }
            let (folder, fileName) = try LocalFile.replaceable(path: path)
            try requireOutside(folder, of: store, path)
            return try folder.putFile(fileName, isReplacing: overwrite) { write in try store.export(to: write) }
        }
        guard isWritten else {
            throw WorkspaceError(
                .archiveExists,
                "there is a file '\(path)' already",
                at: SourceLocation(file: path),
                hint: "choose another path, or pass overwrite: true"
            )
        }
    }

    /// There the archive would be read while it is written, or take the place of a file that was stored.
    private func requireOutside(_ folder: Directory, of store: FileWorkspaceStore, _ path: String) throws {
        let root = LocalPath.components(of: try LocalFile.resolved(store.path))
        guard LocalPath.components(of: try LocalFile.resolved(folder.path)).starts(with: root) else { return }
        throw WorkspaceError(
            .archiveInsideWorkspace,
            "'\(path)' lies in the folder of the workspace itself",
            at: SourceLocation(file: path),
            hint: "write the archive beside the folder '\(store.path)'"
        )
    }
}
