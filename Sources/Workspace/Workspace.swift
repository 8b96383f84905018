public import AzureMLSupport

/// A local workspace, which stores environments and their versions in a folder instead of on a server.
///
/// ```swift
/// let ws = try await Workspace.create(name: "laptop", existOK: true)
/// try ws.writeConfig()
/// ```
///
/// > Python: `azureml.core.Workspace`
public final class Workspace: Sendable {
    package let record: WorkspaceRecord
    package let store: any WorkspaceStore
    /// The absolute path of the workspace's folder; `nil` for a store in memory.
    package let directory: String?

    package init(record: WorkspaceRecord, store: any WorkspaceStore, directory: String?) {
        self.record = record
        self.store = store
        self.directory = directory
    }

    /// A random UUID, which the workspace gets when it is created and always keeps.
    package var id: String { record.id }

    /// The name of the workspace.
    ///
    /// > Python: `azureml.core.Workspace.name`
    public var name: String { record.name }

    /// The subscription that the workspace was created with; zeros when none was given.
    ///
    /// > Python: `azureml.core.Workspace.subscription_id`
    public var subscriptionID: String { record.subscriptionID }

    /// The resource group that the workspace was created with; `local` when none was given.
    ///
    /// > Python: `azureml.core.Workspace.resource_group`
    public var resourceGroup: String { record.resourceGroup }

    /// The location that the workspace was created with; `local` when none was given.
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

    /// Reads the details of the workspace.
    ///
    /// > Python: `azureml.core.Workspace.get_details`
    ///
    /// - Returns: A JSON object with the members `id`, `name`, `location`, `type` and `workspaceid`.
    /// - Throws: ``WorkspaceError`` when the workspace no longer exists or its `workspace.json` is damaged.
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

    /// Deletes the workspace and everything that is stored in it; other files in its folder are kept.
    ///
    /// > Python: `azureml.core.Workspace.delete`
    ///
    /// - Throws: ``WorkspaceError`` when the workspace no longer exists or its folder cannot be changed.
    public func delete() async throws {
        try await store.delete()
    }

    /// Checks everything that is stored for damaged versions, clashes, labels and archive markers without a version,
    /// unfinished deletions, foreign files, and configuration files that lead to another workspace.
    ///
    /// This compares the stored files with their hashes only; `environments.verify()` also opens every definition.
    ///
    /// - Returns: One diagnostic for each finding; empty when everything is as it was stored.
    /// - Throws: ``WorkspaceError`` when the workspace no longer exists, has a format that only a newer version of the
    ///   SDK knows, or cannot be read at all; `CancellationError` when the task is cancelled.
    public func verify() async throws -> [Diagnostic] {
        try await store.verify()
    }
}

extension Workspace: CustomStringConvertible, CustomReflectable {
    /// The name, subscription and resource group, as azureml-core prints them, but with tokens and credentials masked.
    ///
    /// > Python: `repr(workspace)`
    public var description: String {
        let (name, group) = (name.maskingCredentials, resourceGroup.maskingCredentials)
        let subscription = subscriptionID.maskingCredentials
        return "Workspace.create(name='\(name)', subscription_id='\(subscription)', resource_group='\(group)')"
            .escapingControlCharacters
    }

    /// A mirror without children, so that `dump` shows ``description``, in which secrets are masked.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
