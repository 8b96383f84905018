import AzureMLSupport
import CondaDependencies
import Testing

@testable import Environment

/// Findings about secrets are limited in each part of a definition, because users read only the first ones.
@Suite struct SecretFindingLimitTests {
    struct Part: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let definition: @Sendable (Int) -> JSONValue
    }

    private static func members(_ count: Int, _ name: String) -> JSONValue {
        JSONValue(JSONObject((0..<count).map { ("\(name)\($0)", "a") }))
    }

    static let parts = [
        Part(testDescription: "variables") { ["environmentVariables": members($0, "TOKEN")] },
        Part(testDescription: "variables of a conda file") { count in
            let conda: JSONValue = ["dependencies": ["python"], "variables": members(count, "TOKEN")]
            return ["python": ["condaDependencies": conda]]
        },
        Part(testDescription: "packages of R") { count in
            let packages = (0..<count).map { _ in ["repository": "a", "authToken": "b"] as JSONValue }
            return ["r": ["githubPackages": JSONValue(packages)]]
        },
        Part(testDescription: "unknown members") { ["later": members($0, "ghp_0123456789abcdefghij")] },
    ]

    @Test(arguments: parts, [1, 100, 101, 300])
    func `at most a hundred secrets are reported`(part: Part, count: Int) throws {
        let environment = try Environment(definition: part.definition(count))
        #expect(environment.secretDiagnostics.count == min(count, 100))
    }

    @Test func `findings at long places are fewer, but there is one`() throws {
        let name = String(repeating: "k", count: 50_000)
        let tokens = JSONValue(Array(repeating: "xoxb-1" as JSONValue, count: 50))
        let environment = try Environment(definition: ["later": JSONValue(JSONObject([(name, tokens)]))])
        #expect(environment.secretDiagnostics.map(\.location?.file) == [0, 1].map { "later.\(name)[\($0)]" })
    }
}
