import AzureMLSupport
import TestSupport
import Testing
import Workspace

@testable import Environment

/// Compares with azureml-core itself. `AZUREML_CORE_PYTHON` is the path of a Python with azureml-core 1.61.0.post4.
@Suite(.enabled(if: ReferencePython.azuremlCore.isAvailable))
struct EnvironmentReferenceTests {
    @Test func `azureml-core opens every registered version and reads the same definition`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Workspace.create(name: "tests", directory: "\(folder.path)/workspace")
        var folders: [String] = []
        var registered: [Environment] = []
        for (number, name) in Fixture.names.enumerated() {
            var environment = try Environment(definition: Fixture.json("\(name).json"))
            environment.name = "e\(number)"
            environment.version = "1"
            registered.append(try await environment.register(workspace: workspace))
            folders.append("\(folder.path)/workspace/environments/e\(number)/1")
        }
        let output = try await ReferencePython.azuremlCore.output(of: "load_environments.py", folders)
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
        try #require(lines.count == registered.count)
        for (line, environment) in zip(lines, registered) {
            #expect(line == environment.definition.pythonText())
        }
    }
}
