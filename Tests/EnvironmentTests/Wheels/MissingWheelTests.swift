import AzureMLSupport
import CondaDependencies
import Foundation
import TestSupport
import Testing
import Workspace

@testable import Environment

/// Tests of versions that need a wheel that the workspace does not have: what is refused, and what is found later.
@Suite struct MissingWheelTests {
    private static let name = "mine-1.0-py3-none-any.whl"
    // printf 'one' | sha256sum
    private static let hash = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    private static let address = "azureml-workspace://wheels/\(hash)/\(name)"

    private static func environment(_ requirement: String, _ name: String = "x") throws -> Environment {
        var environment = Environment(name: name)
        environment.python.condaDependencies = try CondaDependencies(
            yaml: "dependencies:\n- python=3.10\n- pip:\n  - \(requirement)\n"
        )
        return environment
    }

    @Test(
        arguments: Backing.allCases,
        [
            address, "mine @ \(address) ; python_version > '3'", "azureml-workspace://wheels/../../etc/passwd",
            "azureml-workspace://wheels/\(hash.uppercased())/\(name)", "azureml-workspace://wheels/\(hash)/mine.whl",
            "azureml-workspace://wheels/\(hash)/\(name)/x", "azureml-workspace://eggs/\(hash)/\(name)",
            "azureml-workspace://wheels/\(hash)/other-1.0-py3-none-any.whl",
        ]
    )
    func `a reference to a missing wheel is refused`(backing: Backing, requirement: String) async throws {
        let folder = try ScratchFolder()
        let workspace = try await backing.workspace(in: folder)
        let environment = try Self.environment(requirement)
        let error = await #expect(throws: EnvironmentError.self) {
            try await environment.register(workspace: workspace)
        }
        #expect(error?.code == .wheelMissing)
        #expect(error?.location?.file == "conda_dependencies.yml")
        #expect(error?.location?.line == 4)
        #expect(error?.hint?.hasPrefix("add it with Environment.addPrivatePipWheel") == true)
        #expect(try await workspace.environments.names == [])
    }

    @Test func `a reference that is written with escapes is refused too`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Backing.memory.workspace(in: folder)
        let environment = try Self.environment("\"\(Self.address.replacing("://", with: ":\\x2F/"))\"")
        let error = await #expect(throws: EnvironmentError.self) {
            try await environment.register(workspace: workspace)
        }
        #expect(error?.code == .wheelMissing)
        #expect(error?.location?.description == "conda_dependencies.yml:4:5")
    }

    @Test func `verify reports each version whose wheel was removed, and no other`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Backing.folder.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        let wheel = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        _ = try await Self.environment("numpy", "without").register(workspace: workspace)
        _ = try await Self.environment(wheel).register(workspace: workspace)
        _ = try await Self.environment("mine @ \(wheel)").register(workspace: workspace)
        #expect(try await workspace.environments.verify() == [])
        try FileManager.default.removeItem(atPath: "\(folder.path)/workspace/wheels")
        let findings = try await workspace.environments.verify()
        #expect(findings.map(\.code) == ["wheel-missing", "wheel-missing"])
        #expect(findings.allSatisfy { $0.severity == .error && $0.message.english.contains(Self.address) })
        #expect(findings.map(\.location?.file) == ["x:1/conda_dependencies.yml", "x:2/conda_dependencies.yml"])
        _ = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        #expect(try await workspace.environments.verify() == [])
    }

    @Test func `a version is not copied without its wheel, unless the other workspace has it`() async throws {
        let folder = try ScratchFolder()
        let source = try await Backing.folder.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        let wheel = try await Environment.addPrivatePipWheel(workspace: source, filePath: path)
        _ = try await Self.environment(wheel).register(workspace: source)
        try FileManager.default.removeItem(atPath: "\(folder.path)/workspace/wheels")
        let other = try await Backing.memory.workspace(in: folder)
        let error = await #expect(throws: EnvironmentError.self) {
            try await source.environments.copy(name: "x", version: "1", to: other)
        }
        #expect(error?.code == .wheelMissing)
        #expect(try await other.environments.names == [])
        _ = try await Environment.addPrivatePipWheel(workspace: other, filePath: path)
        try await source.environments.copy(name: "x", version: "1", to: other)
        #expect(try await other.environments.verify() == [])
    }
}
