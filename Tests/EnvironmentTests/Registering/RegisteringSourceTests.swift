import AzureMLSupport
import CondaDependencies
import TestSupport
import Testing
import Workspace

@testable import Environment

/// What registering says about the source of the image, and about packages that it leaves without effect.
@Suite final class RegisteringSourceTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    @Test(
        arguments: [
            (["baseImage": "ubuntu:22.04", "baseDockerfile": "FROM a\n"], "docker.baseImage, docker.baseDockerfile"),
            (["baseImage": "a", "buildContext": ["location": "x"]], "docker.baseImage, docker.buildContext"),
        ] as [(JSONValue, String)],
        Backing.allCases
    )
    func `more than one source of the image is refused, and all are named`(
        docker: (json: JSONValue, places: String),
        backing: Backing
    ) async throws {
        let workspace = try await backing.workspace(in: folder)
        let environment = try Environment(definition: ["name": "x", "docker": docker.json])
        let error = await #expect(throws: EnvironmentError.self) {
            try await environment.register(workspace: workspace)
        }
        #expect(error?.code == .sourceConflict)
        #expect(error?.message.hasSuffix(docker.places) == true)
    }

    static let ignoredEdits: [@Sendable (inout CondaDependencies) throws -> Void] = [
        { try $0.addPipPackage("tsfresh") }, { try $0.addCondaPackage("cmake") }, { try $0.addChannel("pytorch") },
        { try $0.setPipOption("--pre") }, { try $0.setPythonVersion("3.7") }, { try $0.addCondaPackage("python=3.7") },
        { try $0.addPipPackage("azureml-defaults==1.20") },
        { $0 = try CondaDependencies.create(pythonVersion: "3.7") },
        { $0 = try CondaDependencies(yaml: $0.serializeToString() + "variables:\n  A: b\n") },
    ]

    @Test(arguments: ignoredEdits.indices)
    func `packages beside a user-managed Python are reported, because they are not installed`(_ edit: Int) async throws
    {
        let workspace = try Workspace.inMemory(name: "tests")
        var environment = try Environment.fromDockerImage(name: "x", image: "ubuntu:22.04")
        #expect(try await environment.register(workspace: workspace).diagnostics == [])
        try Self.ignoredEdits[edit](&environment.python.condaDependencies)
        let registered = try await environment.register(workspace: workspace)
        #expect(registered.diagnostics.map(\.code) == ["conda-ignored-user-managed"])
        #expect(registered.diagnostics.first?.location?.file == "python.condaDependencies")
        environment.python.userManagedDependencies = false
        #expect(try await environment.register(workspace: workspace).diagnostics == [])
    }

    /// The templates of azureml-core 1.0.2, 1.0.85, 1.20, 1.42 and 1.48, and the Python of `create` in 1.60 and 1.61.
    @Test(
        arguments: [
            ([], "3.6.2"), (["conda-forge"], "3.6.2"), (["anaconda", "conda-forge"], "3.6.2"),
            (["anaconda", "conda-forge"], "3.8.12"), (["anaconda", "conda-forge"], "3.8.13"),
            (["anaconda", "conda-forge"], "3.9.12"), (["anaconda", "conda-forge"], "3.10.18"),
        ] as [([String], String)]
    )
    func `azureml-core's own template beside a user-managed Python is not reported`(
        channels: [String],
        version: String
    ) async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        var environment = try Environment.fromDockerImage(name: "x", image: "ubuntu:22.04")
        let list = channels.isEmpty ? "" : "channels: [\(channels.joined(separator: ", "))]\n"
        environment.python.condaDependencies = try CondaDependencies(
            yaml: "name: project_environment\ndependencies:\n- python=\(version)\n- pip: [azureml-defaults]\n\(list)"
        )
        #expect(try await environment.register(workspace: workspace).diagnostics == [])
        #expect(try await Environment.get(workspace: workspace, name: "x").diagnostics == [])
    }

    @Test(arguments: [
        ("./Dockerfile", "./Dockerfile"), ("Dockerfile", "Dockerfile"),
        ("docker/base.Dockerfile", "docker/base.Dockerfile"), ("my docker/Dockerfile", "my docker/Dockerfile"),
        ("/abs/my Dockerfile", "/abs/my Dockerfile"), ("Dockerfile\n", "Dockerfile"), (" \n a b\r\n", "a b"),
    ])
    func `the path of a Dockerfile in place of its text is refused at once`(text: String, path: String) async throws {
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = text
        let workspace = try Workspace.inMemory(name: "tests")
        let error = await #expect(throws: EnvironmentError.self) {
            try await environment.register(workspace: workspace)
        }
        #expect(error?.code == .dockerfileIsPath)
        #expect(error?.hint?.contains("fromDockerfile(name: \"x\", dockerfile: \"\(path)\")") == true)
    }
}
