import AzureMLSupport
import CondaDependencies
import Environment
import Testing

@testable import ImageBuild

@Suite struct ImageKindTests {
    private static let kinds: [(place: String, edit: @Sendable (inout Environment) -> Void)] = [
        ("docker.baseDockerfile", { $0.docker.baseDockerfile = "FROM ubuntu\n" }),
        ("docker.buildContext", { $0.docker.buildContext = DockerBuildContext(location: "https://a/b.git") }),
        ("python.userManagedDependencies", { $0.python.userManagedDependencies = true }),
        ("r", { $0.r = RSection() }),
        ("spark.packages", { $0.spark.packages = [SparkPackage(group: "a", artifact: "b", version: "1")] }),
        ("spark.repositories", { $0.spark.repositories = ["https://a"] }),
        ("docker.platform.os", { $0.docker.platform.os = "Windows" }),
    ]

    @Test(arguments: kinds.indices)
    func `a kind of image that is not built yet is refused with its place`(_ index: Int) async throws {
        var environment = Environment(name: "kind")
        Self.kinds[index].edit(&environment)
        let scratch = try await TemporaryWorkspace()
        let registered = try await environment.register(workspace: scratch.workspace)
        let error = await #expect(throws: ImageBuildError.self) {
            try await registered.getImageDetails(workspace: scratch.workspace)
        }
        #expect(error?.code == .kindNotSupported)
        #expect(error?.location?.file == Self.kinds[index].place)
        #expect(error?.message.contains("'kind'") == true)
        #expect(error?.hint != nil)
    }

    private static let gaps: [(code: ErrorCode<ImageBuildError>, edit: @Sendable (inout Environment) -> Void)] = [
        (.baseImageMissing, { $0.docker.baseImage = nil }),
        (.specificationMissing, { $0.python.condaDependencies = .empty }),
    ]

    @Test(arguments: gaps.indices)
    func `without a base image or a conda specification there is nothing to build`(_ index: Int) async throws {
        var environment = Environment(name: "kind")
        Self.gaps[index].edit(&environment)
        let incomplete = environment
        let error = await #expect(throws: ImageBuildError.self) {
            try await incomplete.imageDetails(digests: KnownBaseImages())
        }
        #expect(error?.code == Self.gaps[index].code)
        #expect(error?.location != nil)
    }

    @Test func `members that no build log shows make the recipe a derived one`() async throws {
        var environment = Environment(name: "kind")
        environment.docker.baseImage = "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
        #expect(try await environment.imageDetails(digests: KnownBaseImages()).provenance == .verified)

        environment.docker.platform.architecture = "arm64"
        environment.inferencingStackVersion = "latest"
        environment.python.baseCondaEnvironment = "base"
        let details = try await environment.imageDetails(digests: KnownBaseImages())
        #expect(details.provenance == .derived)
        #expect(
            details.diagnostics.map { $0.location?.file } == [
                "docker.platform.architecture", "inferencingStackVersion", "python.baseCondaEnvironment",
            ]
        )
    }
}
