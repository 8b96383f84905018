import Environment
import Foundation
import Measuring
import Workspace

/// Registering environments in a workspace, and getting them.
struct Registry {
    private let workspace: Workspace

    /// Makes a workspace below a folder.
    init(below folder: String) async throws {
        workspace = try await Workspace.create(name: "benchmark", directory: folder + "/workspace")
    }

    /// Versions of one environment, each with other content.
    func registerVersions(_ count: Int) async throws -> Timing {
        let start = ContinuousClock.now
        for number in 0..<count { _ = try await environment("one", number).register(workspace: workspace) }
        return Timing(count: count, seconds: (ContinuousClock.now - start).seconds)
    }

    /// Environments of one version each.
    func registerNames(_ count: Int) async throws -> Timing {
        let start = ContinuousClock.now
        for number in 0..<count { _ = try await environment("name-\(number)", number).register(workspace: workspace) }
        return Timing(count: count, seconds: (ContinuousClock.now - start).seconds)
    }

    /// The latest version of an environment, again and again.
    func getLatest(_ name: String, times: Int) async throws -> Timing {
        let start = ContinuousClock.now
        for _ in 0..<times { _ = try await Environment.get(workspace: workspace, name: name) }
        return Timing(count: times, seconds: (ContinuousClock.now - start).seconds)
    }

    private func environment(_ name: String, _ number: Int) throws -> Environment {
        var environment = Environment(name: name)
        try environment.python.condaDependencies.addCondaPackage("package-\(number)=1.0")
        return environment
    }
}
