public import AzureMLSupport

/// A workspace that is a folder: it keeps environments and their versions, without a server.
///
/// ```swift
/// let ws = try await Workspace.create(name: "laptop")
/// try ws.writeConfig()
/// ```
///
/// > Python: `azureml.core.Workspace`
public final class Workspace: Sendable {
    package let record: WorkspaceRecord
    package let store: any WorkspaceStore
    /// The absolute path of the workspace's folder; `nil` for a store that is no folder.
    package let directory: String?

    package init(record: WorkspaceRecord, store: any WorkspaceStore, directory: String?) {
        self.record = record
        self.store = store
        self.directory = directory
    }

    /// Made at random when the workspace was created; never changes.
    package var id: String { record.id }

    /// The name of the workspace.
    ///
    /// > Python: `azureml.core.Workspace.name`
    public var name: String { record.name }

    /// The subscription that the workspace was created with; zeros when none was named.
    ///
    /// > Python: `azureml.core.Workspace.subscription_id`
    public var subscriptionID: String { record.subscriptionID }

    /// The resource group that the workspace was created with; `local` when none was named.
    ///
    /// > Python: `azureml.core.Workspace.resource_group`
    public var resourceGroup: String { record.resourceGroup }

    /// The location that the workspace was created with; `local` when none was named.
    ///
    /// > Python: `azureml.core.Workspace.location`
    public var location: String { record.location }

    /// The identifier of the workspace in Azure's form.
    package var scope: String {
        "/subscriptions/\(subscriptionID)/resourceGroups/\(resourceGroup)"
            + "/providers/Microsoft.MachineLearningServices/workspaces/\(name)"
    }

    /// The identifier that Azure gives a version: `azureml://locations/…/workspaces/…/environments/…/versions/…`.
    package func assetID(of name: String, version: String, in collection: DocumentCollection) -> String {
        "azureml://locations/\(location)/workspaces/\(id)/\(collection.name)/\(name)/versions/\(version)"
    }

    /// Reads what the workspace says of itself.
    ///
    /// > Python: `azureml.core.Workspace.get_details`
    ///
    /// - Returns: A JSON object with the members `id`, `name`, `location`, `type` and `workspaceid`.
    /// - Throws: ``WorkspaceError`` when the workspace is gone or its file is damaged.
    public func getDetails() async throws -> JSONValue {
        let current = try await store.record()
        return [
            "id": JSONValue(scope),
            "name": JSONValue(current.name),
            "location": JSONValue(current.location),
            "type": "Microsoft.MachineLearningServices/workspaces",
            "workspaceid": JSONValue(current.id),
        ]
    }

    /// Removes the workspace and everything that is stored in it; other files in its folder stay.
    ///
    /// > Python: `azureml.core.Workspace.delete`
    ///
    /// - Throws: ``WorkspaceError`` when the workspace is gone or the folder may not be changed.
    public func delete() async throws {
        try await store.delete()
    }

    /// Looks through everything that is stored: damaged versions, clashes, labels and archived versions that lead
    /// nowhere, unfinished deletions, foreign files, configurations that lead to another workspace.
    ///
    /// A workspace knows hashes and not what is stored under them; `environments.verify()` also opens every definition.
    ///
    /// - Returns: One diagnostic for each finding; empty when everything is as it was stored.
    /// - Throws: ``WorkspaceError`` when the workspace is gone, has a format from the future or cannot be read at all.
    public func verify() async throws -> [Diagnostic] {
        try await store.verify()
    }
}
