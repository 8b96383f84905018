// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import Environment
public import Workspace

extension Environment {
    @available(*, unavailable, renamed: "getImageDetails(workspace:)")
    public func get_image_details(_ workspace: Workspace) async throws -> DockerImageDetails {
        try await getImageDetails(workspace: workspace)
    }

    @available(*, unavailable, renamed: "getImageDetails(workspace:)")
    public func get_image_details(workspace: Workspace) async throws -> DockerImageDetails {
        try await getImageDetails(workspace: workspace)
    }

    @available(*, unavailable, renamed: "getImageDetails(workspace:)")
    public func getImageDetails(_ workspace: Workspace) async throws -> DockerImageDetails {
        try await getImageDetails(workspace: workspace)
    }
}
