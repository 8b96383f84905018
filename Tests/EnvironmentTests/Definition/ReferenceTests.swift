import AzureMLSupport
import Foundation
import TestSupport
import Testing
import Workspace

@testable import Environment

/// Compares with azureml-core itself. `AZUREML_CORE_PYTHON` is the path of a Python with azureml-core 1.61.0.post4.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["AZUREML_CORE_PYTHON"] != nil))
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
        let lines = try Self.load(folders).split(separator: "\n")
        try #require(lines.count == registered.count)
        for (line, environment) in zip(lines, registered) {
            #expect(line == environment.definition.pythonText())
        }
    }

    private static func load(_ folders: [String]) throws -> String {
        let script = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference/load_environments.py").path
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: ProcessInfo.processInfo.environment["AZUREML_CORE_PYTHON"] ?? "")
        process.arguments = [script] + folders
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self)
    }
}
