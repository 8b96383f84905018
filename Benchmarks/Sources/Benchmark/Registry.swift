import Environment
import Foundation
import Measuring
import Workspace

/// Registers environments in a workspace and finds them.
struct Registry {
    /// How versions are distributed over names.
    enum Shape: String {
        /// Many environments with one version each.
        case asNames = "names"
        /// Many versions of one environment, each with different content.
        case asVersions = "versions"

        func name(_ number: Int) -> String { self == .asNames ? "environment-\(number)" : "environment" }
    }

    private let workspace: Workspace

    /// Creates a workspace in an empty folder.
    init(creatingIn folder: String) async throws {
        workspace = try await Workspace.create(name: "benchmark", directory: folder + "/workspace")
    }

    /// Opens the workspace that was created in a folder.
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

    /// Registers 50 more versions in addition to the existing ones.
    func registerMore(_ shape: Shape) async throws -> Timing {
        // The time in milliseconds gives numbers that no earlier run has used.
        try await register(50, shape, from: Int(Date.now.timeIntervalSince1970 * 1000))
    }

    /// Repeatedly gets the latest version of the environment in the middle of the list.
    func get(seconds: Double) async throws -> Timing {
        let names = try await workspace.environments.names
        let name = names[names.count / 2]
        return try await Timing(forSeconds: seconds, countPerRound: 1) {
            _ = try await Environment.get(workspace: workspace, name: name)
        }
    }

    /// Lists the latest version of every environment; an operation is one environment.
    func list(seconds: Double) async throws -> Timing {
        let count = try await workspace.environments.names.count
        return try await Timing(forSeconds: seconds, countPerRound: count) {
            let listed = try await Environment.list(workspace: workspace)
            precondition(listed.count == count)
        }
    }

    /// Searches all versions of all environments for a package; an operation is one version.
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
