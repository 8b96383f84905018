import AzureMLSupport
import Environment
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

/// Which registries get a password that a stored definition refers to.
@Suite(.timeLimit(.minutes(2))) struct RegistryTrustTests {
    private static let canary = "canary-41c3"

    private static func environment(_ secret: Secret) -> Environment {
        var environment = Environment(name: "trust")
        environment.docker.baseImage = "base:1"
        environment.docker.baseImageRegistry = ContainerRegistry(
            address: "my.azurecr.io",
            username: "user",
            password: secret
        )
        environment.python.userManagedDependencies = true
        return environment
    }

    private static func engine(trusting hosts: String?) throws -> FakeEngine {
        var variables = ["SECRET_OF_TEST": canary]
        variables["AZUREML_TRUSTED_REGISTRIES"] = hosts
        let engine = try FakeEngine(variables: variables)
        try engine.write("secret-of-test", canary)
        return engine
    }

    @Test(
        arguments: [Secret.environmentVariable("SECRET_OF_TEST"), .file("secret-of-test")],
        [nil, "other.azurecr.io", "azurecr.io", "my.azurecr.io.example.org,xmy.azurecr.io"]
    )
    func `a definition cannot send a variable or file to a registry that the user does not trust`(
        _ secret: Secret,
        _ trusted: String?
    ) async throws {
        let engine = try Self.engine(trusting: trusted)
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            _ = try await Self.environment(secret).register(workspace: scratch.workspace)
            let stored = try await Environment.get(workspace: scratch.workspace, name: "trust")
            let calls: [@Sendable () async throws -> Void] = [
                { _ = try await stored.build(workspace: scratch.workspace) },
                { try await stored.buildLocal(workspace: scratch.workspace) },
                { _ = try await stored.resolveBaseImage(workspace: scratch.workspace) },
            ]
            for call in calls {
                let error = await #expect(throws: ImageBuildError.self) { try await call() }
                #expect(error?.code == .registryNotTrusted)
                #expect(error?.message.contains("'my.azurecr.io'") == true)
                #expect(error?.hint?.contains("AZUREML_TRUSTED_REGISTRIES=my.azurecr.io") == true)
            }
        }
        #expect(!engine.exists("password"))
        #expect(try !engine.calls.contains("login"))
    }

    @Test(arguments: ["my.azurecr.io", "other.example.org, MY.azurecr.io"])
    func `a trusted registry gets the password of the registered definition`(_ trusted: String) async throws {
        let engine = try Self.engine(trusting: trusted)
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            _ = try await Self.environment(.environmentVariable("SECRET_OF_TEST"))
                .register(workspace: scratch.workspace)
            // Only the name, as in Python: the registered definition is built.
            try await Environment(name: "trust").buildLocal(workspace: scratch.workspace)
        }
        #expect(try engine.read("password") == Self.canary)
    }

    @Test(arguments: [
        (String?.some("my.azurecr.io"), "base:1", true), (nil, "my.azurecr.io/base:1", true),
        ("evil.example.org", "base:1", false), (nil, "evil.example.org/base:1", false),
    ])
    func `a plain password goes to the registry that it was given for, and to no other`(
        _ address: String?,
        _ image: String,
        _ isSent: Bool
    ) async throws {
        let engine = try Self.engine(trusting: nil)
        let scratch = try await TemporaryWorkspace()
        var stored = Self.environment(Secret(Self.canary))
        stored.docker.baseImageRegistry.address = address
        stored.docker.baseImage = image
        var own = Self.environment(Secret(Self.canary))
        if address == nil {
            own.docker.baseImageRegistry.address = nil
            own.docker.baseImage = "my.azurecr.io/base:1"
        }
        let (definition, value) = (stored, own)
        try await engine.run {
            _ = try await definition.register(workspace: scratch.workspace)
            try await value.buildLocal(workspace: scratch.workspace)
        }
        #expect(engine.exists("password") == isSent)
    }

    @Test func `a mask hides each line of a key, and a secret before a combining mark`() {
        let key = "{\n  \"private_key\": \"canary-1\"\n}\n"
        let mask = SecretMask(values: [key, "canary-22"])
        #expect(mask.masking("key: \"private_key\": \"canary-1\",") == "key: ***,")
        #expect(mask.masking("{ }") == "{ }")
        #expect(mask.masking("<canary-22\u{301}>") == "<***\u{301}>")
    }
}
