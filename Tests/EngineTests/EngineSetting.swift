import AzureMLSupport
import AzureMLSystem
import Environment
import Foundation
import TestSupport
import Testing
import Workspace

/// What `Scripts/test-engines` has made ready; without its variables no test here runs.
enum EngineSetting {
    static let variables = ProcessInfo.processInfo.environment
    static let isReady = variables["ENGINE_TESTS"] == "1"

    /// A base image with Python and a stand-in for conda.
    static var baseImage: String { variables["ENGINE_BASE_IMAGE"] ?? "" }
    /// A base image without conda.
    static var bareImage: String { variables["ENGINE_BARE_IMAGE"] ?? "" }
    /// A base image with a shell and nothing else, quick to push and to pull.
    static var tinyImage: String { variables["ENGINE_TINY_IMAGE"] ?? "" }
    static var password: String { variables["ENGINE_REGISTRY_PASSWORD"] ?? "" }

    /// Host and port of a registry, and how to sign in.
    static var registry: ContainerRegistry {
        ContainerRegistry(
            address: variables["ENGINE_REGISTRY"],
            username: "tester",
            password: .environmentVariable("ENGINE_REGISTRY_PASSWORD")
        )
    }
}

/// A workspace of a test's own, and the engine that the variables name, asked without this package.
final class EngineScratch: Sendable {
    let workspace: Workspace
    private let folder: ScratchFolder
    var path: String { folder.path }

    init() async throws {
        folder = try ScratchFolder()
        workspace = try await Workspace.create(name: "engines", directory: "\(folder.path)/workspace")
    }

    /// The engine's program with arguments: its exit code and what it writes.
    @discardableResult func engine(_ arguments: String...) async throws -> (code: Int32, output: String) {
        let program = try #require(EngineSetting.variables["AZUREML_CONTAINER_ENGINE"])
        let result = try await Command(program, arguments).output(limit: 1 << 26)
        guard case .exited(let code) = result.status else { return (-1, "") }
        return (code, String(decoding: result.standardOutput, as: UTF8.self))
    }

    /// The images and containers that the engine has, each by one line.
    func state() async throws -> (images: Set<String>, containers: Set<String>) {
        let isBuildah = EngineSetting.variables["ENGINE_NAME"] == "buildah"
        let images = try await engine("images", "--format", "{{.Repository}}:{{.Tag}}").output
        let containers =
            isBuildah
            ? try await engine("containers", "-q").output
            : try await engine("ps", "-a", "-q").output
        return (lines(images), lines(containers))
    }

    /// Removes what belongs to no image, so that every step of the next build is done.
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
