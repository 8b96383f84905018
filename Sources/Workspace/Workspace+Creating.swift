#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import AzureMLSupport

extension Workspace {
    /// Creates a workspace: a folder that stores environments.
    ///
    /// Any number of processes may call this at the same time with `existOK`; all of them get the same workspace.
    ///
    /// > Python: `azureml.core.Workspace.create`
    ///
    /// - Parameters:
    ///   - name: The name of the workspace, 1 to 255 characters.
    ///   - subscriptionID: The subscription to record; zeros if omitted.
    ///   - resourceGroup: The resource group to record; `local` if omitted.
    ///   - location: The location to record, which is part of asset identifiers; `local` if omitted.
    ///   - directory: The workspace's own folder, which must be empty or not exist; if omitted,
    ///     `$AZUREML_WORKSPACES/<name>` or `~/.azureml/workspaces/<name>`.
    ///   - existOK: Whether to open the workspace if it already exists.
    /// - Returns: The workspace.
    /// - Throws: ``WorkspaceError`` when the workspace already exists, or its folder contains other files, is among the
    ///   files of another workspace, or cannot be written.
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
                "there is already a workspace in '\(store.path)'",
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

    /// Creates a workspace in memory, which lasts as long as the program, for experiments and tests.
    ///
    /// > Python: none; azureml-core's workspaces are in the cloud
    ///
    /// - Parameter name: The name of the workspace, 1 to 255 characters.
    /// - Returns: An empty workspace. It refuses operations that need a folder, such as writing a configuration file
    ///   or an export file.
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
