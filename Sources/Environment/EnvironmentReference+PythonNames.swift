// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import Workspace

extension EnvironmentReference {
    @available(*, unavailable, renamed: "init(name:version:)")
    public init(_ name: String, _ version: String? = nil) {
        self.init(name: name, version: version)
    }

    @available(*, unavailable, renamed: "getEnvironment(workspace:)")
    public func get_environment(_ workspace: Workspace) async throws -> Environment {
        try await getEnvironment(workspace: workspace)
    }

    @available(*, unavailable, renamed: "getEnvironment(workspace:)")
    public func get_environment(workspace: Workspace) async throws -> Environment {
        try await getEnvironment(workspace: workspace)
    }
}
