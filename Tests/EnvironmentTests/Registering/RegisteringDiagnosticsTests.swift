import AzureMLSupport
import CondaDependencies
import TestSupport
import Testing
import Workspace

@testable import Environment

/// The diagnostics of a registered environment are about its content, each once.
@Suite struct RegisteringDiagnosticsTests {
    /// Returns an environment that has a finding of its definition, one of its specification, and one of its variables.
    private static func environment() throws -> Environment {
        var environment = try Environment.fromDockerImage(name: "x", image: "ubuntu:22.04")
        try environment.python.condaDependencies.addPipPackage("./pkg")
        environment.environmentVariables["PASSWORD"] = "hunter2"
        return environment
    }

    private static let codes: Set<Diagnostic.Code> = [
        "conda-ignored-user-managed", "pip-local-path", "secret-in-variables",
    ]

    @Test(arguments: Backing.allCases)
    func `registering again reports each finding once`(backing: Backing) async throws {
        let folder = try ScratchFolder()
        let workspace = try await backing.workspace(in: folder)
        var environment = try Self.environment()
        for _ in 1...3 {
            environment = try await environment.register(workspace: workspace)
            #expect(Set(environment.diagnostics.map(\.code)) == Self.codes)
            #expect(environment.diagnostics.count == Self.codes.count)
        }
    }

    @Test func `registering what was read reports each finding once`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        _ = try await Self.environment().register(workspace: workspace)
        let read = try await Environment.get(workspace: workspace, name: "x")
        let registered = try await read.register(workspace: workspace)
        #expect(registered.version == "1")
        #expect(Set(registered.diagnostics.map(\.code)) == Self.codes)
        #expect(registered.diagnostics.count == Self.codes.count)
    }

    @Test func `a finding is gone after it was corrected and registered`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        var environment = try await Self.environment().register(workspace: workspace)
        environment.version = nil
        environment.python.userManagedDependencies = false
        environment = try await environment.register(workspace: workspace)
        #expect(Set(environment.diagnostics.map(\.code)) == ["pip-local-path", "secret-in-variables"])
        environment.version = nil
        try environment.python.condaDependencies.removePipPackage("./pkg")
        environment.environmentVariables["PASSWORD"] = nil
        #expect(try await environment.register(workspace: workspace).diagnostics == [])
    }

    @Test func `a plain secret is reported by the call that drops it`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        var environment = Environment(name: "x")
        environment.docker.baseImageRegistry = ContainerRegistry(address: "my.azurecr.io", password: "canary")
        environment = try await environment.register(workspace: workspace)
        #expect(environment.diagnostics.map(\.code) == ["registry-credentials-inline"])
        #expect(try await environment.register(workspace: workspace).diagnostics == [])
    }

    @Test func `a finding keeps its place in the file that was loaded, but not that in an earlier version`()
        async throws
    {
        let folder = try ScratchFolder()
        let workspace = try await Backing.folder.workspace(in: folder)
        let path = try folder.write("env.yml", "dependencies:\n- numpy\n- pip:\n  - ./pkg\n  - ./pkg\n")
        var environment = try Environment.fromCondaSpecification(name: "x", filePath: path)
        let registered = try await environment.register(workspace: workspace)
        #expect(
            registered.diagnostics.map { "\($0.location?.description ?? "") \($0.code)" } == [
                "\(path) python-version-missing", "\(path):4:5 pip-local-path", "\(path):5:5 pip-local-path",
            ]
        )
        environment = try await Environment.get(workspace: workspace, name: "x")
        #expect(environment.diagnostics.map(\.location?.file).allSatisfy { $0 == "x:1/conda_dependencies.yml" })
        environment.version = nil
        try environment.python.condaDependencies.addCondaPackage("pandas")
        environment = try await environment.register(workspace: workspace)
        #expect(environment.diagnostics.map(\.location?.file).allSatisfy { $0 == "x:2/conda_dependencies.yml" })
        #expect(environment.diagnostics.map(\.code) == ["pip-local-path", "pip-local-path"])
    }

    @Test func `a missing conda file is reported once, at the folder that was loaded`() async throws {
        let folder = try ScratchFolder()
        try Environment(name: "x").saveToDirectory(path: folder.path, overwrite: true)
        try folder.remove("conda_dependencies.yml")
        let loaded = try Environment.loadFromDirectory(path: folder.path)
        let registered = try await loaded.register(workspace: .inMemory(name: "tests"))
        #expect(registered.diagnostics == loaded.diagnostics)
    }
}
