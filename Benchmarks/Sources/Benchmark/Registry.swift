import Environment
import Foundation
import Measuring
import Workspace

/// Registering environments in a workspace, and finding them.
struct Registry {
    /// How environments are spread over names.
    enum Shape: String {
        /// Environments of one version each.
        case asNames = "names"
        /// Versions of one environment, each with other content.
        case asVersions = "versions"

        func name(_ number: Int) -> String { self == .asNames ? "environment-\(number)" : "environment" }
    }

    private let workspace: Workspace

    /// Makes a workspace in an empty folder.
    init(creatingIn folder: String) async throws {
        workspace = try await Workspace.create(name: "benchmark", directory: folder + "/workspace")
    }

    /// Opens the workspace that was made in a folder.
    init(in folder: String) async throws {
        workspace = try await Workspace.get(name: "benchmark", directory: folder + "/workspace")
    }

    func register(_ count: Int, _ shape: Shape, from first: Int = 0) async throws -> Timing {
        let start = ContinuousClock.now
        for number in first..<(first + count) {
            var environment = Environment(name: shape.name(number))
            try environment.python.condaDependencies.addCondaPackage("package-\(number)=1.0")
            _ = try await environment.register(workspace: workspace)
        }
        return Timing(count: count, seconds: (ContinuousClock.now - start).seconds)
    }

    /// Registers some more beside all that are there.
    func registerMore(_ shape: Shape) async throws -> Timing {
        // Milliseconds: numbers that no run before has taken.
        try await register(50, shape, from: Int(Date.now.timeIntervalSince1970 * 1000))
    }

    /// The latest version of an environment in the middle, again and again.
    func get(seconds: Double) async throws -> Timing {
        let names = try await workspace.environments.names
        let name = names[names.count / 2]
        return try await Timing(forSeconds: seconds, countPerRound: 1) {
            _ = try await Environment.get(workspace: workspace, name: name)
        }
    }

    /// All environments, the latest version of each; counted by environment.
    func list(seconds: Double) async throws -> Timing {
        let count = try await workspace.environments.names.count
        return try await Timing(forSeconds: seconds, countPerRound: count) {
            let listed = try await Environment.list(workspace: workspace)
            precondition(listed.count == count)
        }
    }

    /// The environments that name a package, over all versions; counted by version.
    func search(seconds: Double) async throws -> Timing {
        var count = 0
        for name in try await workspace.environments.names {
            count += try await workspace.environments.history(of: name).count
        }
        return try await Timing(forSeconds: seconds, countPerRound: count) {
            let found = try await workspace.environments.search(package: "package-1", version: "<2", allVersions: true)
            precondition(found.matches.count == 1)
        }
    }
}
