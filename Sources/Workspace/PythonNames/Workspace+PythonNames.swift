// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation
public import AzureMLSupport

extension Workspace {
    @available(*, unavailable, renamed: "subscriptionID")
    public var subscription_id: String { subscriptionID }

    @available(*, unavailable, renamed: "resourceGroup")
    public var resource_group: String { resourceGroup }

    @available(
        *,
        unavailable,
        message: """
            write: Workspace.get(name: "…", directory: "…"), with the labels in this order; only the name is needed. \
            With Azure's names, write: Workspace(subscriptionID: "…", resourceGroup: "…", workspaceName: "…"). There is \
            nothing to sign in to
            """
    )
    public static var get: PythonCall<any CustomStringConvertible, Workspace> {
        get async throws { try PythonCall(inMemory(name: "")) }
    }

    @available(
        *,
        unavailable,
        message: """
            write: Workspace.create(name: "…", subscriptionID: "…", resourceGroup: "…", location: "…", directory: "…", \
            existOK: true), with the labels in this order; only the name is needed. Other arguments of azureml-core have \
            no counterpart
            """
    )
    public static var create: PythonCall<any CustomStringConvertible, Workspace> {
        get async throws { try PythonCall(inMemory(name: "")) }
    }

    @available(
        *,
        unavailable,
        renamed: "fromConfig(path:)",
        message: "auth is not needed, because there is nothing to sign in to"
    )
    public static var from_config: PythonCall<Any, Workspace> {
        get throws { try PythonCall(inMemory(name: "")) }
    }

    @available(
        *,
        unavailable,
        message: "write: Workspace.fromConfig() or Workspace.fromConfig(path: \"…\"); there is nothing to sign in to"
    )
    public static var fromConfig: PythonCall<any CustomStringConvertible, Workspace> {
        get throws { try PythonCall(inMemory(name: "")) }
    }

    @available(*, unavailable, renamed: "writeConfig(path:fileName:)")
    public var write_config: PythonCall<Any, Void> {
        get throws { PythonCall(()) }
    }

    @available(*, unavailable, renamed: "getDetails()")
    public func get_details() async throws -> JSONValue { try await getDetails() }
}
