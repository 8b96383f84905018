internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Opens an existing workspace.
    ///
    /// - Parameters:
    ///   - identity: The known identifiers of the workspace.
    ///   - directory: The workspace's own folder; `nil` for the default folder of its name.
    /// - Returns: The store, and the record in `workspace.json`.
    /// - Throws: ``WorkspaceError`` when there is no such workspace, or it has other identifiers.
    static func opened(
        _ identity: WorkspaceIdentity,
        directory: String?
    ) throws -> (store: FileWorkspaceStore, record: WorkspaceRecord) {
        var identity = identity
        let path: String
        if let name = try identity.name.map({ try DocumentName($0, kind: "workspace name") }) {
            identity.name = name.text
            path = WorkspaceLocation.directory(directory, name: name)
        } else if let directory {
            path = ProcessContext.current.absolutePath(directory)
        } else {
            throw WorkspaceError(.notFound, "no workspace is named", hint: "give the name or the folder of a workspace")
        }
        let store = FileWorkspaceStore(path: path)
        guard let record = try store.readRecord() else {
            throw WorkspaceError(
                .notFound,
                "there is no workspace in '\(path)'",
                at: SourceLocation(file: path),
                hint: identity.creationLine(directory: directory)
            )
        }
        try identity.check(record, at: path)
        return (store, record)
    }
}
