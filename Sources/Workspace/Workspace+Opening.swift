internal import AzureMLSupport
internal import AzureMLSystem

extension Workspace {
    /// Opens an existing workspace by its three identifiers.
    ///
    /// The workspace's folder is `$AZUREML_WORKSPACES/<name>`, or `~/.azureml/workspaces/<name>` if the variable is not
    /// set.
    ///
    /// > Python: `azureml.core.Workspace`
    ///
    /// - Parameters:
    ///   - subscriptionID: The subscription that the workspace was created with.
    ///   - resourceGroup: The resource group that the workspace was created with.
    ///   - workspaceName: The name of the workspace.
    /// - Throws: ``WorkspaceError`` when there is no such workspace, or it has other identifiers.
    public convenience init(subscriptionID: String, resourceGroup: String, workspaceName: String) throws {
        let identity = WorkspaceIdentity(
            name: workspaceName,
            subscriptionID: subscriptionID,
            resourceGroup: resourceGroup
        )
        let (store, record) = try FileWorkspaceStore.opened(identity, directory: nil)
        self.init(record: record, store: store, directory: store.path)
    }

    /// Opens an existing workspace by its name or its folder.
    ///
    /// > Python: `azureml.core.Workspace.get`
    ///
    /// - Parameters:
    ///   - name: The name of the workspace.
    ///   - directory: The workspace's own folder; if omitted, `$AZUREML_WORKSPACES/<name>` or
    ///     `~/.azureml/workspaces/<name>`.
    /// - Returns: The workspace.
    /// - Throws: ``WorkspaceError`` when there is no such workspace, or it has another name.
    public static func get(name: String, directory: String? = nil) async throws -> Workspace {
        try open(WorkspaceIdentity(name: name), directory: directory)
    }

    /// Opens the workspaces of this computer: the folders in `$AZUREML_WORKSPACES`, or in `~/.azureml/workspaces`.
    ///
    /// Folders that are not workspaces are left out, and so are workspaces that are damaged or that this user may not
    /// read; ``get(name:directory:)`` reports what is wrong with one.
    ///
    /// > Python: `azureml.core.Workspace.list`
    ///
    /// - Returns: The workspaces, keyed by name.
    /// - Throws: ``WorkspaceError`` when the folder that contains them cannot be read.
    public static func list() async throws -> [String: Workspace] {
        let root = WorkspaceLocation.root
        return try WorkspaceError.explaining("list the workspaces in '\(root)'") {
            guard try LocalFile.kind(path: root) != nil else { return [:] }
            var workspaces: [String: Workspace] = [:]
            for name in try Directory(path: root).names() {
                guard let workspace = try openIfUsable(folder: name) else { continue }
                workspaces[workspace.name] = workspace
            }
            return workspaces
        }
    }

    /// Opens a folder in ``WorkspaceLocation/root``; returns `nil` unless it is a workspace that the folder is named
    /// after.
    private static func openIfUsable(folder: String) throws -> Workspace? {
        do {
            let workspace = try open(WorkspaceIdentity(), directory: "\(WorkspaceLocation.root)/\(folder)")
            let name = try DocumentName(workspace.name, kind: "workspace name")
            // Some file systems return a name in another Unicode normalization form.
            let found = try DocumentName(folder, kind: "workspace name")
            return WorkspaceLocation.folderName(of: name).exact == found.text.exact ? workspace : nil
        } catch let error as WorkspaceError {
            // One damaged or forbidden workspace must not hide the others. Any other file system error may be
            // temporary, so that leaving the folder out could hide a good workspace.
            let refusal = error.underlying as? FileSystemError
            guard error.code == .fileSystemFailed, refusal?.isForbidden != true else { return nil }
            throw error
        }
    }

    /// Opens an existing workspace; never creates one.
    static func open(_ identity: WorkspaceIdentity, directory: String?) throws -> Workspace {
        let (store, record) = try FileWorkspaceStore.opened(identity, directory: directory)
        return Workspace(record: record, store: store, directory: store.path)
    }
}
