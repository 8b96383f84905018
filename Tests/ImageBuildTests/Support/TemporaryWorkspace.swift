import Environment
import ImageBuild
import TestSupport
import Workspace

/// A workspace for one test, which is removed together with this object.
final class TemporaryWorkspace: Sendable {
    let workspace: Workspace
    private let scratch: ScratchFolder

    init() async throws {
        scratch = try ScratchFolder()
        workspace = try await Workspace.create(name: "tests", directory: "\(scratch.path)/workspace")
    }

    var path: String { "\(scratch.path)/workspace" }

    /// Builds to the end without printing anything.
    @discardableResult func build(_ environment: Environment) async throws -> ImageBuildDetails {
        try await environment.build(workspace: workspace).waitForCompletion(showOutput: false)
    }
}

extension Environment {
    /// An environment that brings its own Python, on the base image that ``FakeEngine`` knows.
    static func userManaged(_ name: String) -> Environment {
        var environment = Environment(name: name)
        environment.docker.baseImage = "my.azurecr.io/base:1"
        environment.python.userManagedDependencies = true
        return environment
    }
}
