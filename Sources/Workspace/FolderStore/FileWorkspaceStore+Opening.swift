internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Opens the existing workspace that is meant.
    ///
    /// - Parameters:
    ///   - identity: The identifiers that are known of it.
    ///   - directory: The workspace's own folder; `nil` for the place that its name leads to.
    /// - Returns: The store, and the record in `workspace.json`.
    /// - Throws: ``WorkspaceError`` when there is none, or it is another one.
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
                hint: FixHint(identity.creationLine(directory: directory))
            )
        }
        try identity.check(record, at: path)
        return (store, record)
    }
}
