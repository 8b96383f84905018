import AzureMLSupport
import Environment
import TestSupport
import Workspace

extension StormWriter {
    /// Registers a version in each round, moves the writer's label to it, archives and restores it, and deletes the
    /// version of the round before.
    func changeVersions(_ rounds: Range<Int>) async throws {
        let environmentName = StormPlace.versionsName
        var previous: String?
        for round in rounds {
            var environment = Environment(name: environmentName)
            environment.environmentVariables["CONTENT"] = StormPlace.content(name, round)
            guard let version = try await environment.register(workspace: workspace).version else { return }
            report("registered", version, round)
            try await Environment.label(
                workspace: workspace,
                name: environmentName,
                version: version,
                labels: [name]
            )
            report("labelled", version, round)
            try await workspace.environments.archive(name: environmentName, version: version)
            report("archived", version, round)
            try await workspace.environments.restore(name: environmentName, version: version)
            report("restored", version, round)
            if let previous {
                try await workspace.environments.delete(name: environmentName, version: previous)
                report("deleted", previous, round - 1)
            }
            previous = version
        }
    }

    /// Labels the version with the number of the round, unless another process has deleted it.
    func labelContested(_ round: Int) async throws {
        let version = "\(round)"
        do {
            try await Environment.label(
                workspace: workspace,
                name: StormPlace.contestedName,
                version: version,
                labels: ["\(name)-\(version)"]
            )
            report("label", version, round)
        } catch let error as EnvironmentError where error.code == .notFound {}
    }

    /// Deletes the version with the number of the round, unless another process has labelled it.
    func deleteContested(_ round: Int) async throws {
        let version = "\(round)"
        do {
            try await workspace.environments.delete(name: StormPlace.contestedName, version: version)
            report("delete", version, round)
        } catch let error as WorkspaceError where error.code == .versionLabelled {}
    }
}
