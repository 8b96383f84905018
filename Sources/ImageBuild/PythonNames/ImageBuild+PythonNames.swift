// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import AzureMLSupport
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

extension Environment {
    @available(*, unavailable, renamed: "build(workspace:imageBuildCompute:)")
    public func build(_ workspace: Workspace, image_build_compute: String? = nil) async throws -> ImageBuildDetails {
        try await build(workspace: workspace)
    }

    @available(*, unavailable, renamed: "buildLocal(workspace:platform:useDocker:pushImageToWorkspaceACR:)")
    public var build_local: PythonCall<Any, Void> {
        get async throws { PythonCall(()) }
    }
}

extension DockerImageDetails {
    @available(*, unavailable, renamed: "imageExist")
    public var image_exist: Bool { imageExist }

    @available(*, unavailable, renamed: "interpreterPath")
    public var interpreter_path: String? { interpreterPath }

    @available(*, unavailable, renamed: "environmentPath")
    public var environment_path: String? { environmentPath }
}

extension ImageBuildDetails {
    @available(*, unavailable, message: "the log is a file on this machine: getLog() reads it")
    public var log_url: String { "" }

    @available(*, unavailable, renamed: "getLog()")
    public func get_log() async throws -> String { try await getLog() }

    @available(*, unavailable, renamed: "waitForCompletion(showOutput:)")
    public func wait_for_completion(show_output: Bool = true) async throws -> ImageBuildDetails { self }

    @available(*, unavailable, renamed: "waitForCompletion(showOutput:)")
    public func wait_for_completion(_ show_output: Bool) async throws -> ImageBuildDetails { self }
}
