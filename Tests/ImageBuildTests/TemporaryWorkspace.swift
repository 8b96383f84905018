import Environment
import Foundation
import ImageBuild
import Workspace

/// A workspace of a test's own that is removed with the test.
final class TemporaryWorkspace: Sendable {
    let workspace: Workspace
    let path: String

    init() async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "image-build-tests-\(UUID().uuidString)")
        path = url.path
        workspace = try await Workspace.create(name: "tests", directory: path)
    }

    /// Builds to the end, without a word.
    @discardableResult func build(_ environment: Environment) async throws -> ImageBuildDetails {
        try await environment.build(workspace: workspace).waitForCompletion(showOutput: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

extension Environment {
    /// One that brings its own Python, on the base image that ``FakeEngine`` knows.
    static func userManaged(_ name: String) -> Environment {
        var environment = Environment(name: name)
        environment.docker.baseImage = "my.azurecr.io/base:1"
        environment.python.userManagedDependencies = true
        return environment
    }
}
