import AzureMLSupport
import CondaDependencies
import Testing

@testable import Environment

/// `dump` shows of an environment what its descriptions show.
@Suite struct DumpTests {
    private static let canary = "canary0123456789canary"

    private static func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    /// Returns an environment with a secret in each of twenty places.
    private static func environment() throws -> Environment {
        let url = JSONValue("https://user:\(canary)@h.example/s")
        let conda: JSONValue = [
            "channels": [url], "variables": ["A": url],
            "dependencies": [
                "python", JSONValue("\(url)::numpy"), ["pip": [JSONValue("-i \(url)"), JSONValue("a @ \(url)")]],
            ],
        ]
        return try Environment(definition: [
            "name": "x", "environmentVariables": ["A": url, "B": [JSONValue("ghp_\(canary)")], "later": url],
            "python": ["condaDependencies": conda, "later": url],
            "docker": [
                "baseImage": JSONValue("user:\(canary)@h.example/i"), "arguments": [url],
                "baseDockerfile": JSONValue("FROM a\nRUN curl https://user:\\\n\(canary)@h.example/s\n"),
                "baseImageRegistry": ["address": JSONValue("u:\(canary)@h"), "password": JSONValue(canary)],
            ],
            "r": ["githubPackages": [["authToken": JSONValue(canary)]], "customUrlPackages": [url]],
            "spark": ["repositories": [url]],
            "databricks": ["mavenLibraries": [["repo": url]], "jarLibraries": [["library": url]]],
            "later": [url],
        ])
    }

    @Test func `no secret of an environment is dumped`() throws {
        let environment = try Self.environment()
        let parts: [Any] = [
            environment, [environment], Optional(environment) as Any, environment.python, environment.docker,
            environment.docker.baseImageRegistry, environment.environmentVariables, environment.spark,
            environment.databricks, environment.databricks.mavenLibraries, environment.databricks.jarLibraries,
            environment.r as Any, environment.r?.githubPackages as Any, environment.python.condaDependencies,
        ]
        for part in parts {
            let text = Self.dumped(part)
            #expect(!text.contains(Self.canary), "\(text)")
            #expect(text.contains("***"), "\(text)")
        }
    }

    @Test func `an environment is dumped as it is described`() throws {
        let environment = try Self.environment()
        #expect(Self.dumped(environment) == "- \(String(reflecting: environment))\n")
    }
}
