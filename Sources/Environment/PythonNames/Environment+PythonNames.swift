// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import AzureMLSupport
public import Workspace

extension Environment {
    @available(*, unavailable, renamed: "init(name:)")
    public init(_ name: String) {
        self.init(name: name)
    }

    @available(*, unavailable, renamed: "environmentVariables")
    public var environment_variables: EnvironmentVariables {
        get { environmentVariables }
        set { environmentVariables = newValue }
    }

    @available(*, unavailable, renamed: "inferencingStackVersion")
    public var inferencing_stack_version: String? {
        get { inferencingStackVersion }
        set { inferencingStackVersion = newValue }
    }

    @available(*, unavailable, renamed: "assetID")
    public var asset_id: String? {
        get { assetID }
        set { assetID = newValue }
    }

    @available(*, unavailable, renamed: "register(workspace:)")
    public func register(_ workspace: Workspace) async throws -> Environment {
        try await register(workspace: workspace)
    }

    @available(*, unavailable, renamed: "get(workspace:name:version:label:)")
    public static func get(_ workspace: Workspace, _ name: String, _ version: String? = nil) async throws -> Environment
    {
        try await get(workspace: workspace, name: name, version: version)
    }

    @available(*, unavailable, renamed: "get(workspace:name:version:label:)")
    public static func get(_ workspace: Workspace, name: String, version: String? = nil, label: String? = nil)
        async throws -> Environment
    {
        try await get(workspace: workspace, name: name, version: version, label: label)
    }

    @available(*, unavailable, renamed: "label(workspace:name:version:labels:)")
    public static func label(_ workspace: Workspace, _ name: String, _ version: String, _ labels: [String]) async throws
    {
        try await label(workspace: workspace, name: name, version: version, labels: labels)
    }

    @available(*, unavailable, renamed: "list(workspace:)")
    public static func list(_ workspace: Workspace) async throws -> [String: Environment] {
        try await list(workspace: workspace)
    }

    @available(*, unavailable, renamed: "clone(newName:)")
    public func clone(_ new_name: String) throws -> Environment {
        try clone(newName: new_name)
    }

    @available(*, unavailable, renamed: "clone(newName:)")
    public func clone(new_name: String) throws -> Environment {
        try clone(newName: new_name)
    }

    @available(*, unavailable, renamed: "fromCondaSpecification(name:filePath:)")
    public static func fromCondaSpecification(_ name: String, _ filePath: String) throws -> Environment {
        try fromCondaSpecification(name: name, filePath: filePath)
    }

    @available(*, unavailable, renamed: "saveToDirectory(path:overwrite:)")
    public var save_to_directory: PythonCall<Any, Void> {
        get throws { PythonCall(()) }
    }

    @available(*, unavailable, renamed: "saveToDirectory(path:overwrite:)")
    public func saveToDirectory(_ path: String, overwrite: Bool = false) throws {
        try saveToDirectory(path: path, overwrite: overwrite)
    }

    @available(*, unavailable, renamed: "loadFromDirectory(path:)")
    public static func loadFromDirectory(_ path: String) throws -> Environment {
        try loadFromDirectory(path: path)
    }
}

extension EnvironmentReference {
    @available(*, unavailable, renamed: "init(name:version:)")
    public init(_ name: String, _ version: String? = nil) {
        self.init(name: name, version: version)
    }

    @available(*, unavailable, renamed: "getEnvironment(workspace:)")
    public var get_environment: PythonCall<Any, Environment> {
        get async throws { PythonCall(Environment(name: "")) }
    }
}
