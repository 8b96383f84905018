import AzureMLSupport
import CondaDependencies
import TestSupport
import Testing
import Workspace

@testable import Environment

@Suite final class RegisteringTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

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

    /// The specification that the guide prints after registering this file.
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

    @Test(arguments: Backing.allCases)
    func `registering returns the mutated specification and changes nothing else`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
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

    @Test(arguments: Backing.allCases)
    func `the user's original text is kept`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
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

    @Test(arguments: Backing.allCases)
    func `equal content is the same version, other content is the next one`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
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

    @Test(arguments: Backing.allCases)
    func `an explicit version with other content is a conflict`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        var environment = try Self.environment()
        environment.version = "v1"
        #expect(try await environment.register(workspace: workspace).version == "v1")
        #expect(try await environment.register(workspace: workspace).version == "v1")
        environment.docker.baseImage = "ubuntu:22.04"
        let error = await #expect(throws: WorkspaceError.self) { try await environment.register(workspace: workspace) }
        #expect(error?.code == .versionConflict)
    }

    @Test(arguments: Fixture.names, Backing.allCases)
    func `a registered environment is read back with the same content`(name: String, backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        let environment = try Environment(definition: Fixture.json("\(name).json"))
        let registered = try await environment.register(workspace: workspace)
        #expect(registered.hasSameContent(as: environment))
        var definition = try #require(registered.definition.object)
        definition["version"] = .null
        definition["assetId"] = .null
        var expected = try #require(environment.definition.object)
        for member in ["python", "docker", "r"] {
            // hasSameContent compares these, because the specification's name and plain secrets differ here.
            definition[member] = .null
            expected[member] = .null
        }
        expected["version"] = .null
        #expect(definition == expected)
    }

    @Test(arguments: ["Microsoft-x", "AzureML-x", "AzureML", "Microsoft\u{301}"], Backing.allCases)
    func `a name that is reserved for curated environments is refused`(name: String, backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        let environment = try Self.environment(name: name)
        let error = await #expect(throws: EnvironmentError.self) {
            try await environment.register(workspace: workspace)
        }
        #expect(error?.code == .nameReserved)
        #expect(try await workspace.environments.names.isEmpty)
    }

    @Test(arguments: ["", "a/b", "../../x", ".", " x", "a\nb", String(repeating: "a", count: 300)], Backing.allCases)
    func `a name that cannot be stored is refused`(name: String, backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        let environment = try Self.environment(name: name)
        let error = await #expect(throws: WorkspaceError.self) { try await environment.register(workspace: workspace) }
        #expect(error?.code == .nameInvalid)
        #expect(try await workspace.environments.names.isEmpty)
    }

    @Test func `a version's folder in a workspace opens like a saved one`() async throws {
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

    @Test(arguments: Backing.allCases)
    func `plain secrets are not stored, and references are read back`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
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

    @Test(arguments: Fixture.names, Backing.allCases)
    func `registering what was read gives the same version`(name: String, backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        try await expectSameVersion(of: Environment(definition: Fixture.json("\(name).json")), in: workspace)
    }

    @Test(
        arguments: [
            ["baseImage": "ubuntu:22.04", "baseDockerfile": ""],
            ["baseImage": "", "baseDockerfile": "FROM a\n"],
        ] as [JSONValue],
        Backing.allCases
    )
    func `registering a definition with an image or a Dockerfile again gives the same version`(
        docker: JSONValue,
        backing: Backing
    ) async throws {
        let workspace = try await backing.workspace(in: folder)
        try await expectSameVersion(of: Environment(definition: ["name": "x", "docker": docker]), in: workspace)
    }

    private func expectSameVersion(of environment: Environment, in workspace: Workspace) async throws {
        _ = try await environment.register(workspace: workspace)
        let read = try await Environment.get(workspace: workspace, name: environment.name)
        let again = try await read.register(workspace: workspace)
        #expect(again == read)
        #expect(try await environment.register(workspace: workspace) == read)
    }

    @Test(arguments: Backing.allCases)
    func `a record whose content hash does not match the files is an error`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        let environment = Environment(name: "x")
        var other = environment
        other.version = "1"
        other.docker.baseImage = "evil:1"
        try await store(other, claiming: environment.asRegistered().contentHash, in: workspace)
        let error = await #expect(throws: WorkspaceError.self) { try await environment.register(workspace: workspace) }
        #expect(error?.code == .damaged)
        #expect(error?.location?.file == "x:1/azureml_environment.json")
    }

    @Test(arguments: [("y", "1"), ("x", "2"), ("x", nil)] as [(String, String?)], Backing.allCases)
    func `a definition for another name or version is damage`(found: (String, String?), backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        var other = Environment(name: found.0)
        other.version = found.1
        try await store(other, claiming: "a", in: workspace)
        let error = await #expect(throws: WorkspaceError.self) {
            try await Environment.get(workspace: workspace, name: "x")
        }
        #expect(error?.code == .damaged)
    }

    /// Stores an environment as version 1 of `x`, whatever its name and version.
    private func store(_ environment: Environment, claiming hash: String, in workspace: Workspace) async throws {
        let files = SerializedDefinition(environment, secrets: .withheld).files.contents
        let draft = DocumentDraft(name: "x", version: "1", contentHash: hash, secretReferences: [:]) { _ in
            files.map { DocumentFile(name: $0.name, bytes: $0.bytes) }
        }
        _ = try await workspace.store.add(draft, to: .environments)
    }

    @Test(arguments: Backing.allCases)
    func `NaN equals itself, and negative zero differs from zero`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        var environment = Environment(name: "numbers")
        environment.environmentVariables = EnvironmentVariables(["A": JSONValue(Double.nan), "B": JSONValue(-0.0)])
        let first = try await environment.register(workspace: workspace)
        #expect(first.version == "1")
        #expect(try await environment.register(workspace: workspace).version == "1")
        #expect(environment.hasSameContent(as: environment))
        var other = environment
        other.environmentVariables = EnvironmentVariables(["A": JSONValue(Double.nan), "B": JSONValue(0.0)])
        #expect(!other.hasSameContent(as: environment))
        #expect(try await other.register(workspace: workspace).version == "2")
    }

    @Test(arguments: Backing.allCases)
    func `a definition that is too large to read back is refused and nothing is stored`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        var environment = Environment(name: "x")
        let text = String(repeating: "x", count: 64 << 20)
        environment.environmentVariables = EnvironmentVariables(["A": JSONValue(text)])
        let error = await #expect(throws: JSONError.self) { try await environment.register(workspace: workspace) }
        #expect(error?.code == .tooLarge)
        #expect(try await workspace.environments.history(of: "x") == [])
    }

    @Test(arguments: Backing.allCases)
    func `a definition that is too deep to read back is refused and nothing is stored`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        var environment = Environment(name: "x")
        // Files are read to a depth of 256.
        let nested = (0..<256).reduce(JSONValue(1)) { value, _ in [value] }
        environment.environmentVariables = EnvironmentVariables(["A": nested])
        let error = await #expect(throws: JSONError.self) { try await environment.register(workspace: workspace) }
        #expect(error?.code == .tooDeep)
        #expect(try await workspace.environments.history(of: "x") == [])
    }

    @Test(arguments: [Secret.environmentVariable("\u{301}A"), .file("\u{301}/a:b"), .environmentVariable("file:")])
    func `a reference to a secret is read back byte for byte`(password: Secret) async throws {
        let workspace = try await Backing.folder.workspace(in: folder)
        var environment = Environment(name: "x")
        environment.docker.baseImageRegistry.password = password
        _ = try await environment.register(workspace: workspace)
        let found = try await Environment.get(workspace: workspace, name: "x").docker.baseImageRegistry.password
        #expect(found == password)
    }

    @Test(arguments: Backing.allCases)
    func `a specification with a password is refused and nothing is stored`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = "FROM a\nRUN pip install -i https://u:p@host x\n"
        let error = await #expect(throws: EnvironmentError.self) {
            try await environment.register(workspace: workspace)
        }
        #expect(error?.code == .credentialInURL)
        #expect(try await workspace.environments.names.isEmpty)
    }
}
