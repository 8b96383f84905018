import AzureMLSupport
import AzureMLSystem
import CondaDependencies
import Environment
import Foundation
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

/// Puts a canary in each field of the type `Secret` and each URL, and searches the places where a build could show it.
@Suite(.timeLimit(.minutes(2))) struct BuildSecretsTests {
    private static let canary = "canary-9d27"
    private static let url = "https://user:\(canary)@feeds.example.org/a"
    private static let reference = "https://user:${FEED_TOKEN}@feeds.example.org/a"

    /// A script that keeps all files that the engine was given.
    private static let keepingContext = "cat >\"$FAKE/context\" -- $(find \"$FAKE/tmp\" -type f)"

    private static func environment() -> Environment {
        var environment = Environment(name: "secrets")
        environment.docker.baseImage = "my.azurecr.io/base:1"
        return environment
    }

    private static let urls: [@Sendable (inout Environment, String) throws -> Void] = [
        { $0.docker.baseImage = $1 },
        {
            $0.docker.baseImage = nil
            $0.docker.baseDockerfile = "FROM my.azurecr.io/base:1\nRUN pip install --index-url \($1) a\n"
        },
        {
            $0.docker.baseImage = nil
            $0.docker.buildContext = DockerBuildContext(locationType: .git, location: $1)
        },
        { $0.spark.repositories = [$1] },
        {
            $0.r = RSection()
            $0.r?.cranPackages = [RCranPackage(name: "a", repository: $1)]
        },
        {
            $0.r = RSection()
            $0.r?.customURLPackages = ["\($1)/a.tar.gz"]
        },
        { $0.databricks.mavenLibraries = [MavenLibrary(coordinates: "a:b:1", repo: $1)] },
        { $0.databricks.pypiLibraries = [PyPiLibrary(package: "a", repo: $1)] },
        { try $0.python.condaDependencies.addChannel($1) },
        { try $0.python.condaDependencies.setPipOption("--extra-index-url \($1)") },
        { try $0.python.condaDependencies.addPipPackage("a @ \($1)/a-1.tar.gz") },
    ]

    @Test(arguments: urls.indices) func `a URL with a password reaches no engine and appears in no error`(
        _ index: Int
    ) async throws {
        var environment = Self.environment()
        try Self.urls[index](&environment, Self.url)
        let described = environment
        let engine = try FakeEngine()
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let error = await #expect(throws: (any Error).self) {
                try await described.build(workspace: scratch.workspace)
            }
            #expect(error.map { "\($0) \(String(reflecting: $0))".contains(Self.canary) } == false)
            let calls = try engine.calls
            #expect(calls.isEmpty)
        }
    }

    @Test func `a URL with a variable is built as it is written, without the variable's value`() async throws {
        var environment = Self.environment()
        try environment.python.condaDependencies.setPipOption("--extra-index-url \(Self.reference)")
        try environment.python.condaDependencies.addChannel(Self.reference)
        let described = environment
        let engine = try FakeEngine(building: Self.keepingContext, variables: ["FEED_TOKEN": Self.canary])
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await described.build(workspace: scratch.workspace)
            try await build.waitForCompletion(showOutput: false)
            let context = try engine.read("context")
            #expect(context.contains(Self.reference))
            #expect(!context.contains(Self.canary))
            #expect(try !engine.calls.contains(Self.canary))
            let log = try await build.getLog()
            #expect(!log.contains(Self.canary))
        }
    }

    @Test(arguments: [
        Secret(canary), .environmentVariable("SECRET_OF_TEST"), .file("secret-of-test"),
    ])
    func `a registry's password appears nowhere in a build`(_ secret: Secret) async throws {
        let engine = try FakeEngine(
            building: """
                cat "$FAKE/secret-of-test"
                echo "https://user:$(cat "$FAKE/secret-of-test")@host/x"
                head -c 65530 /dev/zero | tr '\\0' x
                cat "$FAKE/secret-of-test"
                \(Self.keepingContext)
                exit 1
                """,
            variables: ["SECRET_OF_TEST": Self.canary, "AZUREML_TRUSTED_REGISTRIES": "my.azurecr.io"]
        )
        try engine.write("secret-of-test", "\(Self.canary)\n")
        let scratch = try await TemporaryWorkspace()
        var environment = Self.environment()
        environment.docker.baseImageRegistry = ContainerRegistry(
            address: "my.azurecr.io",
            username: "user",
            password: secret
        )
        let described = environment
        try await engine.run {
            let build = try await described.build(workspace: scratch.workspace)
            try await build.waitForCompletion(showOutput: false)
            #expect(try engine.read("password") == Self.canary)
            let details = try await described.getImageDetails(workspace: scratch.workspace)
            let record = try await scratch.workspace.store.note(.build(of: LocalPath.lastComponent(of: build.image)))
            let shown = [
                "arguments": try engine.calls, "context": try engine.read("context"),
                "log": try await build.getLog(), "failure": "\(try #require(await build.failure))",
                "details": "\(details) \(String(reflecting: details)) \(details.dockerfile ?? "")",
                "record": String(decoding: try #require(record), as: UTF8.self),
            ]
            for (place, text) in shown {
                // A line that is too long comes in parts.
                let isSeen = text.contains(Self.canary) || text.replacing("\n", with: "").contains(Self.canary)
                #expect(!isSeen, "\(place): \(text.suffix(1000))")
            }
            #expect(try await build.getLog().hasPrefix("***\n"))
        }
    }

    @Test(arguments: [
        (Secret(canary), nil), (.environmentVariable("SECRET_OF_TEST"), ErrorCode<ImageBuildError>.kindNotSupported),
        (.file("secret-of-test"), .kindNotSupported),
    ])
    func `a package's token is never part of an image, and a definition that stores one is refused`(
        _ secret: Secret,
        _ code: ErrorCode<ImageBuildError>?
    ) async throws {
        let engine = try FakeEngine(building: Self.keepingContext, variables: ["SECRET_OF_TEST": Self.canary])
        try engine.write("secret-of-test", "\(Self.canary)\n")
        let scratch = try await TemporaryWorkspace()
        var environment = Self.environment()
        environment.r = RSection()
        environment.r?.githubPackages = [RGitHubPackage(repository: "owner/repo", authToken: secret)]
        let described = environment
        try await engine.run {
            do {
                let build = try await described.build(workspace: scratch.workspace)
                try await build.waitForCompletion(showOutput: false)
                #expect(code == nil)
                let context = try engine.read("context")
                #expect(!context.contains(Self.canary))
            } catch let error as ImageBuildError {
                #expect(error.code == code)
                #expect(!"\(error) \(String(reflecting: error))".contains(Self.canary))
            }
            let calls = try engine.calls
            #expect(!calls.contains(Self.canary))
        }
    }

    @Test func `a password goes to the engine through its standard input only`() async throws {
        let engine = try FakeEngine()
        let scratch = try await TemporaryWorkspace()
        var environment = Self.environment()
        environment.docker.baseImageRegistry = ContainerRegistry(username: "user", password: Secret(Self.canary))
        let described = environment
        try await engine.run {
            try await described.build(workspace: scratch.workspace).waitForCompletion(showOutput: false)
            #expect(try engine.read("password") == Self.canary)
            #expect(try engine.calls.contains("login --username user --password-stdin my.azurecr.io\n"))
            #expect(try !engine.calls.contains(Self.canary))
            #expect(try !engine.variables.contains(Self.canary))
        }
    }

    @Test func `a refused password does not appear in the failure`() async throws {
        let engine = try FakeEngine()
        try engine.write("refuse", "")
        let scratch = try await TemporaryWorkspace()
        var environment = Self.environment()
        environment.docker.baseImageRegistry = ContainerRegistry(username: "user", password: Secret(Self.canary))
        let described = environment
        try await engine.run {
            let build = try await described.build(workspace: scratch.workspace)
            try await build.waitForCompletion(showOutput: false)
            let failure = try #require(await build.failure)
            #expect(failure.description.contains("sign in to 'my.azurecr.io'"))
            #expect(!failure.description.contains(Self.canary))
        }
    }
}
