#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import AzureMLSupport

extension Workspace {
    /// Makes a workspace: a folder that keeps environments.
    ///
    /// Any number of processes may call this at once with `existOK`; all of them get the same workspace.
    ///
    /// > Python: `azureml.core.Workspace.create`
    ///
    /// - Parameters:
    ///   - name: The name of the workspace, 1 to 255 characters.
    ///   - subscriptionID: The subscription to record; zeros without one.
    ///   - resourceGroup: The resource group to record; `local` without one.
    ///   - location: The location to record, which asset identifiers name; `local` without one.
    ///   - directory: The workspace's own folder, absent or empty; without one, `$AZUREML_WORKSPACES/<name>` or
    ///     `~/.azureml/workspaces/<name>`.
    ///   - existOK: Whether to open the workspace when it exists already.
    /// - Returns: The workspace.
    /// - Throws: ``WorkspaceError`` when it exists already, the folder holds something else or cannot be written.
    public static func create(
        name: String,
        subscriptionID: String? = nil,
        resourceGroup: String? = nil,
        location: String? = nil,
        directory: String? = nil,
        existOK: Bool = false
    ) async throws -> Workspace {
        let validName = try DocumentName(name, kind: "workspace name")
        for (text, kind) in [
            (subscriptionID, "subscription"), (resourceGroup, "resource group"), (location, "location"),
        ] {
            if let text { _ = try DocumentName(text, kind: kind) }
        }
        let store = FileWorkspaceStore(path: WorkspaceLocation.directory(directory, name: validName))
        let isNew = try store.create(
            WorkspaceRecord(
                id: UUID().uuidString.lowercased(),
                name: validName.text,
                subscriptionID: subscriptionID ?? WorkspaceIdentity.defaultSubscriptionID,
                resourceGroup: resourceGroup ?? WorkspaceIdentity.defaultResourceGroup,
                location: location ?? WorkspaceIdentity.defaultLocation
            )
        )
        guard isNew || existOK else {
            throw WorkspaceError(
                .alreadyExists,
                "there is a workspace in '\(store.path)' already",
                at: SourceLocation(file: store.path),
                hint: "open it with Workspace.get, or pass existOK: true"
            )
        }
        let identity = WorkspaceIdentity(
            name: name,
            subscriptionID: subscriptionID,
            resourceGroup: resourceGroup
        )
        return try open(identity, directory: store.path)
    }

    /// Makes a workspace that is no folder and lasts as long as the program: for trying things out, and for tests.
    ///
    /// > Python: none; azureml-core's workspaces are in the cloud
    ///
    /// - Parameter name: The name of the workspace, 1 to 255 characters.
    /// - Returns: The workspace, without environments. What belongs to a folder, such as a configuration or an archive,
    ///   it refuses.
    /// - Throws: ``WorkspaceError`` with the code `nameInvalid`.
    public static func inMemory(name: String) throws -> Workspace {
        let record = WorkspaceRecord(
            id: UUID().uuidString.lowercased(),
            name: try DocumentName(name, kind: "workspace name").text,
            subscriptionID: WorkspaceIdentity.defaultSubscriptionID,
            resourceGroup: WorkspaceIdentity.defaultResourceGroup,
            location: WorkspaceIdentity.defaultLocation
        )
        return Workspace(record: record, store: MemoryWorkspaceStore(record: record), directory: nil)
    }
}
