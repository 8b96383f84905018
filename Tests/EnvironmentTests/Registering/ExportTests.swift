import CondaDependencies
import Foundation
import TestSupport
import Testing
import Workspace

@testable import Environment

/// The environments of a workspace survive its export and import.
@Suite struct ExportTests {
    private static let specification = """
        # pinned for the paper
        name: mine
        dependencies:
        - python=3.9   # not newer
        - pip:
          - numpy==1.26.4

        """

    @Test func `labels, history, numbers, wheels and the user's original text survive`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Workspace.create(name: "w", directory: "\(folder.path)/workspace")
        let wheel = try await Environment.addPrivatePipWheel(
            workspace: workspace,
            filePath: folder.write("mine-1.0-py3-none-any.whl", "one")
        )
        var environment = try Environment.fromCondaSpecification(
            name: "x",
            filePath: folder.write("env.yml", Self.specification)
        )
        for package in ["scipy", "pandas", "polars", wheel] {
            try environment.python.condaDependencies.addPipPackage(package)
            environment.docker.baseImageRegistry.password = .environmentVariable("REGISTRY_PASSWORD")
            _ = try await environment.register(workspace: workspace)
        }
        try await Environment.label(workspace: workspace, name: "x", version: "3", labels: ["prod", "Stable 1"])
        try await workspace.environments.delete(name: "x", version: "2")
        try await workspace.environments.archive(name: "x", version: "4")

        try await workspace.exportWorkspace(path: "\(folder.path)/a.tar")
        let copy = try await Workspace.importWorkspace(path: "\(folder.path)/a.tar", directory: "\(folder.path)/copy")

        #expect(try await copy.environments.verify() == [])
        #expect(try await copy.getDetails()["name"] == "w")
        let history = try await copy.environments.history(of: "x")
        #expect(history == (try await workspace.environments.history(of: "x")))
        #expect(history.map(\.version) == ["1", "3", "4"])
        #expect(try await copy.environments["x"]?.version == "3")
        for version in ["1", "3", "4"] {
            let original = try await Environment.get(workspace: workspace, name: "x", version: version)
            #expect(try await Environment.get(workspace: copy, name: "x", version: version) == original)
        }
        let labelled = try await Environment.get(workspace: copy, name: "x", label: "Stable 1")
        #expect(labelled.docker.baseImageRegistry.password == .environmentVariable("REGISTRY_PASSWORD"))
        #expect(labelled.python.condaDependencies.serializeToString().contains("- python=3.9   # not newer\n"))
        let own = try await Environment.originalCondaSpecification(workspace: copy, name: "x", version: "1")
        #expect(own?.hasPrefix("# pinned for the paper\nname: mine\n") == true)
        let sameWheel = try await Environment.addPrivatePipWheel(
            workspace: copy,
            filePath: "\(folder.path)/mine-1.0-py3-none-any.whl"
        )
        #expect(sameWheel == wheel)
        // The number of a stored version is not used again.
        #expect(try await Environment(name: "x").register(workspace: copy).version == "5")
    }

    @Test func `a workspace that is not a folder cannot be exported`() async throws {
        let folder = try ScratchFolder()
        let path = "\(folder.path)/a.tar"
        let error = await #expect(throws: WorkspaceError.self) {
            try await Workspace.inMemory(name: "tests").exportWorkspace(path: path)
        }
        #expect(error?.code == .folderMissing)
        #expect(error?.hint != nil)
    }
}
