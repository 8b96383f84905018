import AzureMLSupport
import AzureMLSystem
import CondaDependencies
import Environment
import Foundation
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

@Suite struct SetupContextTests {
    private struct Wheels: PrivateWheels {
        let files: [String: [UInt8]]
        func bytes(of wheel: PrivateWheel) async throws -> [UInt8]? { files[wheel.name.fileName] }
    }

    private static func context(_ environment: Environment, wheels: [String: [UInt8]] = [:]) async throws
        -> BuildContext
    {
        try await environment.buildContext(digests: KnownBaseImages(), wheels: Wheels(files: wheels))
    }

    private static func text(_ context: BuildContext, _ path: String) -> String? {
        guard case .file(let bytes, _) = context[path] else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `the context of the guide's environment has every file that its Dockerfile copies`() async throws {
        let scratch = try await TemporaryWorkspace()
        var environment = Environment(name: "pytorch")
        environment.docker.baseImage = "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
        environment.python.condaDependencies = try CondaDependencies(
            yaml:
                "channels:\n    - defaults\n    - pytorch\ndependencies:\n    - python=3.7\n    - pytorch\n    - torchvision\n"
        )
        environment = try await environment.register(workspace: scratch.workspace)
        let context = try await environment.getBuildContext(workspace: scratch.workspace)
        #expect(
            context.entries.map(\.path) == [
                "azureml-environment-setup", "azureml-environment-setup/99brokenproxy",
                "azureml-environment-setup/Dockerfile", "azureml-environment-setup/log4j.properties",
                "azureml-environment-setup/mutated_conda_dependencies.yml", "azureml-environment-setup/spark_cache.py",
            ]
        )
        #expect(context.dockerfilePath == "azureml-environment-setup/Dockerfile")
        #expect(Self.text(context, context.dockerfilePath) == (try Fixture.guideDockerfile()))
        #expect(
            Self.text(context, "azureml-environment-setup/mutated_conda_dependencies.yml")
                == (try Fixture.text("guide-mutated_conda_dependencies.yml"))
        )

        let folder = try ScratchFolder()
        try await environment.saveBuildContext(workspace: scratch.workspace, path: "\(folder.path)/saved")
        #expect(try BuildContext(directory: "\(folder.path)/saved", dockerfilePath: context.dockerfilePath) == context)
    }

    @Test func `a user-managed Python needs no specification`() async throws {
        var environment = Environment(name: "own")
        environment.python.userManagedDependencies = true
        let context = try await Self.context(environment)
        #expect(context["azureml-environment-setup/mutated_conda_dependencies.yml"] == nil)
        #expect(context["azureml-environment-setup/spark_cache.py"] != nil)
    }

    // The SHA-256 of the three bytes "abc", from FIPS 180-2.
    private static let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    private static let wheel = "tool-1.0+local-py3-none-any.whl"

    private static func withWheel(_ requirement: String) throws -> Environment {
        var environment = Environment(name: "wheel")
        try environment.python.condaDependencies.addPipPackage("numpy")
        let text = environment.python.condaDependencies.serializeToString()
        environment.python.condaDependencies = try CondaDependencies(
            yaml: text.replacing("  - numpy", with: "  - \(requirement) # kept\n  - numpy")
        )
        return environment
    }

    @Test func `a private wheel is in the context, and the specification names it there`() async throws {
        let environment = try Self.withWheel("azureml-workspace://wheels/\(Self.digest)/\(Self.wheel)")
        let context = try await Self.context(environment, wheels: [Self.wheel: Array("abc".utf8)])
        let path = "azureml-environment-setup/wheels/\(Self.digest)/\(Self.wheel)"
        #expect(Self.text(context, path) == "abc")
        let specification = Self.text(context, "azureml-environment-setup/mutated_conda_dependencies.yml")
        #expect(specification?.contains("  - file:///\(path) # kept\n") == true)
        #expect(specification?.contains("azureml-workspace") == false)
        let dockerfile = Self.text(context, context.dockerfilePath)
        #expect(
            dockerfile?.contains("COPY azureml-environment-setup/wheels azureml-environment-setup/wheels\n") == true
        )
        // The name is derived from the specification as it was written.
        #expect(dockerfile?.contains(try environment.python.condaDependencies.environmentName) == true)
        #expect(try await environment.imageDetails(digests: KnownBaseImages()).provenance == .ours)
    }

    @Test(arguments: [
        ("azureml-workspace://wheels/\(digest)/\(wheel)", "abd", ErrorCode<ImageBuildError>.wheelDamaged),
        ("azureml-workspace://wheels/\(digest)/other-1.0-py3-none-any.whl", "abc", .wheelMissing),
        ("azureml-workspace://wheels/\(digest)/..", "abc", .wheelMissing),
        ("azureml-workspace://wheels/\(digest)/a/\(wheel)", "abc", .wheelMissing),
        ("azureml-workspace://wheels/\(digest)/tool.whl", "abc", .wheelMissing),
        ("azureml-workspace://wheels/../../\(wheel)", "abc", .wheelMissing),
        ("azureml-workspace://wheels/\(digest.uppercased())/\(wheel)", "abc", .wheelMissing),
    ])
    func `a wheel that does not match its reference is refused`(
        _ requirement: String,
        _ content: String,
        _ code: ErrorCode<ImageBuildError>
    ) async throws {
        let environment = try Self.withWheel(requirement)
        let error = await #expect(throws: ImageBuildError.self) {
            try await Self.context(environment, wheels: [Self.wheel: Array(content.utf8)])
        }
        #expect(error?.code == code)
        #expect(error?.hint != nil)
    }

    @Test func `a wheel that was added to the workspace is in the context`() async throws {
        let scratch = try await TemporaryWorkspace()
        let folder = try ScratchFolder()
        try folder.write(Self.wheel, "abc")
        let reference = try await Environment.addPrivatePipWheel(
            workspace: scratch.workspace,
            filePath: "\(folder.path)/\(Self.wheel)"
        )
        #expect(reference == "azureml-workspace://wheels/\(Self.digest)/\(Self.wheel)")
        let registered = try await Self.withWheel("tool @ \(reference)").register(workspace: scratch.workspace)
        let context = try await registered.getBuildContext(workspace: scratch.workspace)
        #expect(Self.text(context, "azureml-environment-setup/wheels/\(Self.digest)/\(Self.wheel)") == "abc")
        let wheels = WorkspaceWheels(store: scratch.workspace.store)
        let other = try #require(
            try PrivateWheel(requirement: "azureml-workspace://wheels/\(Self.digest)/b-1-py3-none-any.whl")
        )
        #expect(try await wheels.bytes(of: other) == nil)
    }

    @Test func `a build context in the working directory is used unchanged`() async throws {
        let folder = try ScratchFolder()
        try folder.write("context/Dockerfile", "FROM scratch\nCOPY a /\n")
        try folder.write("context/a", "1")
        let process = ProcessContext(variables: [:], homeDirectory: folder.path, currentDirectory: folder.path)
        var environment = Environment(name: "context")
        environment.docker.buildContext = DockerBuildContext(location: "context")
        let described = environment
        try await ProcessContext.$injected.withValue(process) {
            let context = try await Self.context(described)
            #expect(context.entries.map(\.path) == ["Dockerfile", "a"])
            let details = try await described.imageDetails(digests: KnownBaseImages())
            #expect(details.dockerfile == "FROM scratch\nCOPY a /\n")
            #expect(details.recipe == .buildContext)
            #expect(details.provenance == .ours)
            #expect(details.diagnostics.map(\.code) == ["image-recipe-unproven"])
            // A change of one byte in the context gives another image.
            try folder.write("context/a", "2")
            #expect(try await described.imageDetails(digests: KnownBaseImages()).image != details.image)
        }
    }
}
