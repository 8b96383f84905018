import AzureMLSupport
import AzureMLSystem
import Environment
import Foundation
import TestSupport
import Testing
import Workspace

/// The environment that `Scripts/test-engines` prepares; without its variables, no test here runs.
enum EngineSetting {
    static let variables = ProcessInfo.processInfo.environment
    static let isReady = variables["ENGINE_TESTS"] == "1"

    /// A base image with Python and a stand-in for conda.
    static var baseImage: String { variables["ENGINE_BASE_IMAGE"] ?? "" }
    /// A base image without conda.
    static var bareImage: String { variables["ENGINE_BARE_IMAGE"] ?? "" }
    /// A base image with only a shell, which is quick to push and to pull.
    static var tinyImage: String { variables["ENGINE_TINY_IMAGE"] ?? "" }
    static var password: String { variables["ENGINE_REGISTRY_PASSWORD"] ?? "" }

    /// The host and port of a registry, with credentials.
    static var registry: ContainerRegistry {
        ContainerRegistry(
            address: variables["ENGINE_REGISTRY"],
            username: "tester",
            password: .environmentVariable("ENGINE_REGISTRY_PASSWORD")
        )
    }
}

/// One test's own workspace, and direct access to the engine that the variables name, without using `ImageBuild`.
final class EngineScratch: Sendable {
    let workspace: Workspace
    private let folder: ScratchFolder
    var path: String { folder.path }

    init() async throws {
        folder = try ScratchFolder()
        workspace = try await Workspace.create(name: "engines", directory: "\(folder.path)/workspace")
    }

    /// Runs the engine's program with arguments; returns its exit status and output.
    @discardableResult func engine(_ arguments: String...) async throws -> (code: Int32, output: String) {
        let program = try #require(EngineSetting.variables["AZUREML_CONTAINER_ENGINE"])
        let result = try await Command(program, arguments).output(limit: 1 << 26)
        guard case .exited(let code) = result.status else { return (-1, "") }
        return (code, String(decoding: result.standardOutput, as: UTF8.self))
    }

    /// Returns the images and containers of the engine, one line for each.
    func state() async throws -> (images: Set<String>, containers: Set<String>) {
        let isBuildah = EngineSetting.variables["ENGINE_NAME"] == "buildah"
        let images = try await engine("images", "--format", "{{.Repository}}:{{.Tag}}").output
        let containers =
            isBuildah
            ? try await engine("containers", "-q").output
            : try await engine("ps", "-a", "-q").output
        return (lines(images), lines(containers))
    }

    /// Removes unused layers and the build cache, so that the next build runs every step.
    func emptyCache() async throws {
        switch EngineSetting.variables["ENGINE_NAME"] {
        case "buildah": while try await !lines(engine("rmi", "--prune", "--force").output).isEmpty {}
        case "podman": while try await !lines(engine("image", "prune", "--force").output).isEmpty {}
        default:
            try await engine("image", "prune", "--force")
            try await engine("builder", "prune", "--all", "--force")
        }
    }

    private func lines(_ text: String) -> Set<String> {
        Set(text.split(separator: "\n").map(String.init))
    }
}
