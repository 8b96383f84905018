import AzureMLSupport
import CondaDependencies
import Testing

@testable import Environment

/// The time of the search for credentials grows as the text, whatever the text holds.
@Suite(.serialized) struct CredentialSearchTimeTests {
    private static func seconds(_ environment: Environment) throws -> Double {
        let clock = ContinuousClock()
        return try clock.measure { try environment.refuseCredentials() } / .seconds(1)
    }

    /// Texts of which each was slow in some search, by their size in bytes.
    private static let texts: [@Sendable (Int) throws -> Environment] = [
        { size in
            let values = JSONValue((0..<(size / 16)).map { JSONValue("value \($0)") })
            return try Environment(definition: [
                "later": JSONValue(JSONObject([(String(repeating: "a", count: size / 2), values)]))
            ])
        },
        { size in
            let values = String(repeating: "- abcdef\n", count: size / 18)
            let yaml = "dependencies: [python]\nvariables:\n  ? \(String(repeating: "a", count: size / 2))\n  :\n"
            var environment = Environment(name: "x")
            environment.python.condaDependencies = try CondaDependencies(
                yaml: yaml + values.replacing("- ", with: "  - ")
            )
            return environment
        },
        { size in
            var environment = Environment(name: "x")
            let line = "ENV A=\"1\" B='2' C=<d \\\n e\n"
            environment.docker.baseDockerfile = "FROM a\n" + String(repeating: line, count: size / line.utf8.count)
            return environment
        },
        { size in
            var environment = Environment(name: "x")
            environment.docker.baseDockerfile =
                "FROM a\nRUN " + String(repeating: "a:b@c \"d\" //<e> ", count: size / 17)
            return environment
        },
    ]

    @Test(arguments: texts.indices)
    func `the time grows as the text`(index: Int) throws {
        let text = Self.texts[index]
        let (small, large) = try (Self.seconds(text(250_000)), Self.seconds(text(1_000_000)))
        // Four times the text; a quadratic search takes sixteen times as long.
        #expect(large < 8 * max(small, 0.1), "\(small) s and \(large) s")
    }

    @Test(arguments: ["a:b@c.d", "a:b@", "a@b.c:", "=a:", "//a@", "\"//<", "<//a>", ";pwd", "/t/", "%7", "?%70wd"])
    func `repeated parts of addresses are read once`(piece: String) {
        let clock = ContinuousClock()
        let seconds = [250_000, 1_000_000].map { size in
            let bytes = Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
            return clock.measure { _ = URLCredential.all(in: bytes, as: .value) } / .seconds(1)
        }
        #expect(seconds[1] < 8 * max(seconds[0], 0.1), "\(seconds)")
    }
}
