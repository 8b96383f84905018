// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation
public import AzureMLSupport

extension Workspace {
    @available(*, unavailable, renamed: "subscriptionID")
    public var subscription_id: String { subscriptionID }

    @available(*, unavailable, renamed: "resourceGroup")
    public var resource_group: String { resourceGroup }

    @available(*, unavailable, renamed: "get(name:)")
    public static func get(_ name: String) async throws -> Workspace { try await get(name: name) }

    @available(*, unavailable, message: "use Workspace(subscriptionID:resourceGroup:workspaceName:)")
    public static func get(name: String, subscription_id: String, resource_group: String) async throws -> Workspace {
        try Workspace(subscriptionID: subscription_id, resourceGroup: resource_group, workspaceName: name)
    }

    @available(*, unavailable, renamed: "create(name:)")
    public static func create(_ name: String) async throws -> Workspace { try await create(name: name) }

    @available(*, unavailable, renamed: "init(subscriptionID:resourceGroup:workspaceName:)")
    public convenience init(subscription_id: String, resource_group: String, workspace_name: String) throws {
        try self.init(subscriptionID: subscription_id, resourceGroup: resource_group, workspaceName: workspace_name)
    }

    @available(*, unavailable, renamed: "init(subscriptionID:resourceGroup:workspaceName:)")
    public convenience init(_ subscriptionID: String, _ resourceGroup: String, _ workspaceName: String) throws {
        try self.init(subscriptionID: subscriptionID, resourceGroup: resourceGroup, workspaceName: workspaceName)
    }

    @available(*, unavailable, renamed: "fromConfig()")
    public static func from_config() throws -> Workspace { try fromConfig() }

    @available(*, unavailable, renamed: "fromConfig(path:)")
    public static func from_config(path: String) throws -> Workspace { try fromConfig(path: path) }

    @available(*, unavailable, renamed: "fromConfig(path:)")
    public static func from_config(_ path: String) throws -> Workspace { try fromConfig(path: path) }

    @available(*, unavailable, renamed: "fromConfig(path:)")
    public static func fromConfig(_ path: String) throws -> Workspace { try fromConfig(path: path) }

    @available(*, unavailable, renamed: "writeConfig(path:fileName:)")
    @discardableResult
    public func write_config(path: String? = nil, file_name: String? = nil) throws -> String {
        try writeConfig(path: path, fileName: file_name)
    }

    @available(*, unavailable, renamed: "writeConfig(path:)")
    @discardableResult
    public func write_config(_ path: String) throws -> String { try writeConfig(path: path) }

    @available(*, unavailable, renamed: "getDetails()")
    public func get_details() async throws -> JSONValue { try await getDetails() }
}
