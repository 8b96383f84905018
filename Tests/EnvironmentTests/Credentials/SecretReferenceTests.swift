import AzureMLSupport
import Testing
import Workspace

@testable import Environment

/// References to secrets that contain, by mistake, the secret itself.
@Suite struct SecretReferenceTests {
    private static let canary = "canary0123456789canary"

    static let references: [Secret] = [
        .environmentVariable("ghp_\(canary)"), .file("/x/ghp_\(canary)"), .file("https://me:\(canary)@h.example/x"),
        .environmentVariable("https://me:\(canary)@h.example/x"),
    ]

    private static func environment(_ secret: Secret) -> Environment {
        var environment = Environment(name: "x")
        environment.docker.baseImageRegistry.password = secret
        environment.r = RSection()
        environment.r?.githubPackages = [RGitHubPackage(repository: "a/b", authToken: secret)]
        return environment
    }

    @Test(arguments: references)
    func `a reference with a token or password in it is reported, not stored and never shown`(
        reference: Secret
    ) async throws {
        let environment = Self.environment(reference)
        let findings = environment.secretDiagnostics
        #expect(findings == Self.environment("hunter2").secretDiagnostics)
        #expect(findings.map(\.severity) == [.error, .error])
        let registered = try await environment.register(workspace: try .inMemory(name: "tests"))
        #expect(registered.secrets.isEmpty)
        #expect(registered.diagnostics.map(\.code) == findings.map(\.code))
        var dumped = ""
        dump(environment, to: &dumped)
        for text in ["\(reference)", String(reflecting: reference), String(reflecting: environment), dumped] {
            #expect(!text.contains(Self.canary), "\(text)")
        }
    }

    @Test(arguments: [Secret.environmentVariable("GHP_TOKEN"), .file("/run/secrets/ghp_token"), .file("~/.token")])
    func `the name of a variable or file is stored and shown`(reference: Secret) async throws {
        let environment = Self.environment(reference)
        #expect(environment.secretDiagnostics == [])
        let registered = try await environment.register(workspace: try .inMemory(name: "tests"))
        #expect(registered.docker.baseImageRegistry.password == reference)
        #expect(!"\(reference)".contains("*"))
    }
}
