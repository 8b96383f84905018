import AzureMLSupport
import AzureMLSystem
import DockerSyntax
import Environment
import Synchronization
import Testing

@testable import ImageBuild

@Suite struct BuildPlanTests {
    /// A lockfile that changes with every lookup.
    private final class MovingDigests: BaseImageDigests {
        private let asked = Mutex(0)

        func digest(of image: ImageReference) async throws -> ImageDigest? {
            let number = asked.withLock { count in
                count += 1
                return String(count)
            }
            return try ImageDigest(parsing: "sha256:" + String(repeating: "0", count: 64 - number.count) + number)
        }
    }

    private struct NoWheels: PrivateWheels {
        func bytes(of wheel: PrivateWheel) async throws -> [UInt8]? { nil }
    }

    private static func plan(_ environment: Environment) async throws -> ImageBuildPlan {
        try await environment.buildPlan(digests: MovingDigests(), wheels: NoWheels())
    }

    @Test func `an image has the name of the Dockerfile that is built, even if the lockfile changes`()
        async throws
    {
        let plan = try await Self.plan(.userManaged("moving"))
        let hash = ContentHash.sha256Hex(Array(try plan.context.dockerfileText.utf8)).prefix(32)
        #expect(plan.image == "azureml/azureml_\(hash)")
    }

    @Test(arguments: [
        ("FROM localhost:5000/a\n", true), ("FROM my.azurecr.io/a\n", false),
        ("FROM my.azurecr.io/a AS x\nFROM localhost:5000/a\n", false),
        ("FROM localhost:5000/a\nCOPY --from=my.azurecr.io/b /x /x\n", false),
        ("FROM localhost:5000/a\nRUN --mount=type=bind,from=my.azurecr.io/b,target=/x true\n", false),
        ("ARG A\nFROM $A\n", false),
    ])
    func `plain HTTP is allowed when nothing comes from another machine`(_ text: String, _ expected: Bool) async throws
    {
        var environment = Environment(name: "http")
        environment.docker.baseImage = nil
        environment.docker.baseDockerfile = text
        environment.python.userManagedDependencies = true
        #expect(try await Self.plan(environment).allowsPlainHTTP == expected)
    }
}
