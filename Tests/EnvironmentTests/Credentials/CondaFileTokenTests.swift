import AzureMLSupport
import CondaDependencies
import Testing

@testable import Environment

/// Tokens in a conda file that are not in its values are reported once, with their lines and columns.
@Suite struct CondaFileTokenTests {
    private static let token = "ghp_canary0123456789canary"

    private static func findings(_ yaml: String) throws -> [String] {
        var environment = Environment(name: "x")
        environment.python.condaDependencies = try CondaDependencies(yaml: yaml.replacing("TOKEN", with: token))
        let findings = environment.secretDiagnostics
        #expect(!"\(findings)".contains(token))
        return findings.map { "\($0.location.map { "\($0)" } ?? "") \($0.code) \($0.severity)" }
    }

    @Test(arguments: [
        ("# TOKEN\ndependencies: [python]\n", "1:3"),
        ("dependencies:\n- python  # TOKEN\n", "2:13"),
        ("dependencies:\n- python\n# the end: TOKEN", "3:12"),
        ("dependencies: # TOKEN\n- python\n", "1:17"),
        ("dependencies: [python, # TOKEN\n  numpy]\n", "1:26"),
        ("dependencies: &TOKEN\n- python\n", "1:16"),
        ("dependencies:\n- &TOKEN python\n", "2:4"),
        ("dependencies:\n- !TOKEN python\n", "2:4"),
        ("dependencies:\n- !a # TOKEN\n  python\n", "2:8"),
        ("dependencies:\n- ! 'python' #TOKEN\n", "2:15"),
        ("dependencies:\n- | # TOKEN\n  python\n", "2:7"),
        ("dependencies:\n- &a >- # TOKEN\n  python\n- numpy\n", "2:11"),
        ("dependencies:\n- |\n  python\n# TOKEN\n- numpy\n", "4:3"),
        ("dependencies:\r\n- 日本 # TOKEN\r\n- python\r\n", "2:12"),
        ("%TAG !a! tag:TOKEN\n---\ndependencies: [python]\n", "1:14"),
        ("dependencies: [python]\n... # TOKEN\n", "2:7"),
    ])
    func `a token outside the values is reported at its place`(yaml: String, place: String) throws {
        #expect(try Self.findings(yaml) == ["conda_dependencies.yml:\(place) secret-in-definition error"])
    }

    @Test(arguments: [
        "dependencies: [python, TOKEN]\n", "dependencies: [python, 'TOKEN']\n", "dependencies: [python, \"TOKEN\"]\n",
        "dependencies:\n- python\n- |\n  TOKEN\n", "dependencies:\n- python\n- >-\n  # TOKEN\n",
        "dependencies:\n- python\n- &a !!str TOKEN\n", "dependencies:\n- python\n- 'a\n   TOKEN'\n",
    ])
    func `a token in a value is reported once, at the place of the value`(yaml: String) throws {
        let places = try Self.findings(yaml)
        #expect(places.count == 1 && places[0].hasPrefix("python.condaDependencies.dependencies["), "\(places)")
    }

    @Test func `a variable is reported once, also with a comment without a token`() throws {
        let findings = try Self.findings("variables:\n  A: TOKEN # a comment\ndependencies: [python]\n")
        #expect(findings == ["python.condaDependencies.variables.A secret-in-variables error"])
    }

    @Test func `a key that begins in a value hides no token in a later comment`() throws {
        let yaml = "variables:\n  A: '-----BEGIN PRIVATE KEY-----'\ndependencies: [python] # TOKEN\n"
        #expect(try Self.findings(yaml).last == "conda_dependencies.yml:3:26 secret-in-definition error")
    }

    @Test func `a token is reported at its place in the edited text`() throws {
        var environment = Environment(name: "x")
        environment.python.condaDependencies = try CondaDependencies(
            yaml: "dependencies:\n- python\n- numpy # TOKEN\n".replacing("TOKEN", with: Self.token)
        )
        try environment.python.condaDependencies.addChannel("conda-forge")
        let text = environment.python.condaDependencies.serializeToString()
        let line = text.split(separator: "\n").firstIndex { $0.contains(Self.token) }.map { $0 + 1 }
        #expect(environment.secretDiagnostics.map(\.location?.line) == [line])
        try environment.python.condaDependencies.removeCondaPackage("numpy")
        #expect(environment.secretDiagnostics.isEmpty)
    }

    @Test func `at most a hundred comments are reported`() throws {
        #expect(try Self.findings("dependencies: [python]\n" + String(repeating: "# TOKEN\n", count: 101)).count == 100)
    }
}
