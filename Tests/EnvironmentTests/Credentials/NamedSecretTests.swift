import AzureMLSupport
import TestSupport
import Testing
import Workspace

@testable import Environment

/// Members called like secrets, which azureml-core does not have, are reported and masked.
@Suite struct NamedSecretTests {
    struct Member: Sendable, CustomTestStringConvertible {
        let path: String
        let definition: JSONValue
        var testDescription: String { path }
    }

    private static func registryMember(_ name: String) -> Member {
        let registry = JSONValue(JSONObject([(name, JSONValue("hunter2"))]))
        return Member(
            path: "docker.baseImageRegistry.\(name)",
            definition: ["docker": ["baseImageRegistry": registry]]
        )
    }

    private static func packageMember(_ name: String) -> Member {
        let package = JSONValue(JSONObject([(name, JSONValue("hunter2"))]))
        return Member(path: "r.githubPackages[0].\(name)", definition: ["r": ["githubPackages": [package]]])
    }

    static let members: [Member] = [
        registryMember("Password"), registryMember("PASSWORD"), registryMember("pass_word"),
        packageMember("AuthToken"), packageMember("auth_token"),
        Member(
            path: "docker.baseImageRegistry.registryIdentity.clientSecret",
            definition: ["docker": ["baseImageRegistry": ["registryIdentity": ["clientSecret": "hunter2"]]]]
        ),
        Member(path: "a.password", definition: ["a": ["password": "hunter2"]]),
        Member(path: "secrets[0].a", definition: ["secrets": [["a": "hunter2"]]]),
    ]

    @Test(arguments: members)
    func `a text in a member called like a secret is reported and never shown`(member: Member) async throws {
        var environment = try Environment(definition: member.definition)
        environment.name = "x"
        let findings = environment.secretDiagnostics
        #expect(
            findings.map { "\($0.location?.file ?? "") \($0.code) \($0.severity)" }
                == ["\(member.path) secret-in-definition warning"]
        )
        var dumped = ""
        dump(environment, to: &dumped)
        for text in [String(reflecting: environment), dumped, "\(environment.docker)", "\(findings)"] {
            #expect(!text.contains("hunter2"), "\(text)")
        }
        let registered = try await environment.register(workspace: try .inMemory(name: "tests"))
        #expect(registered.diagnostics.contains { $0.code == "secret-in-definition" })
    }

    @Test(arguments: ["${NAME}", "<your-token>", "", "***"])
    func `a reference, a placeholder and an empty text are neither reported nor masked`(text: String) throws {
        let environment = try Environment(definition: ["a": ["password": JSONValue(text)]])
        #expect(environment.secretDiagnostics == [])
        #expect(String(reflecting: environment).contains("\"password\": \"\(text)\""))
    }

    @Test func `a masked member is still stored as it is`() throws {
        let definition: JSONValue = ["a": ["password": "hunter2"]]
        #expect(try Environment(definition: definition).definition["a"] == definition["a"])
    }
}
