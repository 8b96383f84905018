import AzureMLSupport
import Environment
import TestSupport
import Testing
import Workspace

extension Storm {
    /// The next change of each kind succeeds, and removes the leftovers of the killed processes.
    mutating func expectCleaned() async throws {
        try await expectCleanedByBuild()
        try await expectCleanedByRegistering()
        let last = "\(place.exports)/last.tar"
        try await workspace.exportWorkspace(path: last)
        let copy = try await Workspace.importWorkspace(path: last, directory: "\(place.imports)/last")
        for folder in ["exports", "imports"] {
            #expect(try scratch.names(in: folder).filter { $0.hasPrefix(".") } == [])
        }
        for name in [StormPlace.versionsName, StormPlace.contestedName] {
            let exported = try await copy.environments.history(of: name)
            #expect(try await workspace.environments.history(of: name) == exported)
        }
        #expect(try await workspace.verify().filter { $0.severity != .info }.map(\.description) == [])
    }

    private func expectCleanedByRegistering() async throws {
        for name in [StormPlace.versionsName, StormPlace.contestedName] {
            var environment = Environment(name: name)
            environment.environmentVariables["CONTENT"] = "last"
            _ = try await environment.register(workspace: workspace)
            #expect(try scratch.tree("ws/environments/\(name)/.local").filter { $0.hasPrefix("tmp-") } == [])
        }
    }
}
