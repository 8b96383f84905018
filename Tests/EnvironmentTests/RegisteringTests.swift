import AzureMLSupport
import CondaDependencies
import Testing
import Workspace

@testable import Environment

@Suite struct RegisteringTests {
    private static let userFile = """
        name: pytorch
        channels:
            - defaults
            - pytorch
        dependencies:
            - python=3.7
            - pytorch
            - torchvision

        """

    /// What the guide prints for this file.
    private static let mutatedFile = """
        channels:
            - defaults
            - pytorch
        dependencies:
            - python=3.7
            - pytorch
            - torchvision
        name: azureml_7459a71437df47401c6a369f49fbbdb6

        """

    private static func environment(name: String = "pytorch") throws -> Environment {
        var environment = Environment(name: name)
        environment.python.condaDependencies = try CondaDependencies(yaml: userFile)
        return environment
    }

    @Test func `registering returns the mutated specification and changes nothing else`() async throws {
        let workspace = Workspace.inMemory()
        let environment = try Self.environment()
        let registered = try await environment.register(workspace: workspace)
        #expect(registered.python.condaDependencies.serializeToString() == Self.mutatedFile)
        #expect(registered.version == "1")
        #expect(
            registered.assetID == "azureml://locations/local/workspaces/\(workspace.id)/environments/pytorch/versions/1"
        )
        #expect(environment.version == nil && environment.assetID == nil)
        #expect(environment.python.condaDependencies.serializeToString() == Self.userFile)
        #expect(try await Environment.get(workspace: workspace, name: "pytorch") == registered)
    }

    @Test func `the user's own text is kept`() async throws {
        let workspace = Workspace.inMemory()
        let registered = try await Self.environment().register(workspace: workspace)
        var text = try await Environment.originalCondaSpecification(workspace: workspace, name: "pytorch")
        #expect(text == Self.userFile)
        let clone = try registered.clone(newName: "clone")
        _ = try await clone.register(workspace: workspace)
        text = try await Environment.originalCondaSpecification(workspace: workspace, name: "clone", version: "1")
        #expect(text == Self.mutatedFile)
        let stored = try await workspace.store.document(named: "clone", version: nil, in: .environments)
        #expect(stored?.files.map(\.name) == ["azureml_environment.json", "conda_dependencies.yml"])
    }

    @Test func `equal content is no new version, other content is the next one`() async throws {
        let workspace = Workspace.inMemory()
        var environment = try Self.environment()
        #expect(try await environment.register(workspace: workspace).version == "1")
        environment.python.condaDependencies = try CondaDependencies(
            yaml: Self.userFile.replacing("name: pytorch", with: "name: another")
        )
        #expect(try await environment.register(workspace: workspace).version == "1")
        environment.python.condaDependencies = try CondaDependencies(yaml: Self.userFile + "# a comment\n")
        #expect(try await environment.register(workspace: workspace).version == "2")
        environment.docker.baseImage = "ubuntu:22.04"
        #expect(try await environment.register(workspace: workspace).version == "3")
        #expect(try await Environment.get(workspace: workspace, name: "pytorch").version == "3")
        let registered = try await Environment.get(workspace: workspace, name: "pytorch", version: "1")
        var again = registered
        again.version = nil
        #expect(try await again.register(workspace: workspace).version == "4")
        #expect(try await registered.register(workspace: workspace) == registered)
    }

    @Test func `an explicit version with other content is a conflict`() async throws {
        let workspace = Workspace.inMemory()
        var environment = try Self.environment()
        environment.version = "v1"
        #expect(try await environment.register(workspace: workspace).version == "v1")
        #expect(try await environment.register(workspace: workspace).version == "v1")
        environment.docker.baseImage = "ubuntu:22.04"
        let error = await #expect(throws: WorkspaceError.self) { try await environment.register(workspace: workspace) }
        #expect(error?.code == .versionConflict)
    }

    @Test(arguments: Fixture.names)
    func `what was registered is what comes back`(name: String) async throws {
        let workspace = Workspace.inMemory()
        let environment = try Environment(definition: Fixture.json("\(name).json"))
        let registered = try await environment.register(workspace: workspace)
        #expect(registered.hasSameContent(as: environment))
        var definition = try #require(registered.definition.object)
        definition["version"] = .null
        definition["assetId"] = .null
        var expected = try #require(environment.definition.object)
        for member in ["python", "docker", "r"] {
            // Compared by hasSameContent: the name in the specification and plain secrets differ here.
            definition[member] = .null
            expected[member] = .null
        }
        expected["version"] = .null
        #expect(definition == expected)
    }

    @Test(arguments: ["Microsoft-x", "AzureML-x", "AzureML"])
    func `a name of a curated environment is refused`(name: String) async throws {
        let workspace = Workspace.inMemory()
        let environment = try Self.environment(name: name)
        let error = await #expect(throws: EnvironmentError.self) {
            try await environment.register(workspace: workspace)
        }
        #expect(error?.code == .reservedName)
        #expect(try await workspace.environments.names.isEmpty)
    }

    @Test(arguments: ["", "a/b", "../../x", ".", " x", "a\nb", String(repeating: "a", count: 300)])
    func `a name that cannot be stored is refused`(name: String) async throws {
        let workspace = Workspace.inMemory()
        let environment = try Self.environment(name: name)
        let error = await #expect(throws: WorkspaceError.self) { try await environment.register(workspace: workspace) }
        #expect(error?.code == .nameInvalid)
        #expect(try await workspace.environments.names.isEmpty)
    }

    @Test func `a version's folder in a workspace opens like a saved one`() async throws {
        let folder = try TemporaryFolder()
        let directory = "\(folder.path)/workspace"
        let workspace = try await Workspace.create(name: "tests", directory: directory)
        let registered = try await Self.environment().register(workspace: workspace)
        let version = "\(directory)/environments/pytorch/1"
        #expect(
            try folder.names(in: "workspace/environments/pytorch/1") == [
                "azureml_environment.json", "conda_dependencies.yml", "original_conda_dependencies.yml",
                "registration.json",
            ]
        )
        #expect(try Environment.loadFromDirectory(path: version) == registered)
    }

    @Test func `no plain secret is stored, and references come back`() async throws {
        let workspace = Workspace.inMemory()
        var environment = try Self.environment()
        environment.docker.baseImageRegistry.password = "canary"
        environment.r = RSection()
        environment.r?.githubPackages = [
            RGitHubPackage(repository: "a/b", authToken: .environmentVariable("TOKEN")),
            RGitHubPackage(repository: "c/d", authToken: .file("/run/secrets/token")),
            RGitHubPackage(repository: "e/f", authToken: "canary"),
        ]
        let registered = try await environment.register(workspace: workspace)
        #expect(registered.docker.baseImageRegistry.password == nil)
        let tokens = registered.r?.githubPackages?.map(\.authToken)
        #expect(tokens == [.environmentVariable("TOKEN"), .file("/run/secrets/token"), nil])
        #expect(registered.diagnostics.map(\.code) == ["registry-credentials-inline", "github-token-inline"])
        let stored = try await workspace.store.document(named: "pytorch", version: nil, in: .environments)
        let texts = try #require(stored?.files.map { String(decoding: $0.bytes, as: UTF8.self) })
        #expect(!texts.contains { $0.contains("canary") || $0.contains("TOKEN") })
    }

    @Test func `a specification with a password is refused and nothing is stored`() async throws {
        let workspace = Workspace.inMemory()
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = "FROM a\nRUN pip install -i https://u:p@host x\n"
        let error = await #expect(throws: EnvironmentError.self) {
            try await environment.register(workspace: workspace)
        }
        #expect(error?.code == .credentialInURL)
        #expect(try await workspace.environments.names.isEmpty)
    }
}
