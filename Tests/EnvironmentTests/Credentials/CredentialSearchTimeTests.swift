import AzureMLSupport
import CondaDependencies
import TestSupport
import Testing

@testable import Environment

/// The time of the search for credentials grows as the text, whatever the text holds.
@Suite(.serialized) struct CredentialSearchTimeTests {
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
            environment.docker.baseDockerfile = "FROM a\nCOPY \(String(repeating: "<<'a' ", count: size / 6))/x\n"
            return environment
        },
        { size in
            var environment = Environment(name: "x")
            let words = String(repeating: "a ", count: size / 5) + "python " + String(repeating: "-c ", count: size / 5)
            environment.docker.baseDockerfile = "FROM a\nRUN \"x\" \(words)\n"
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
        let growth = try TimeGrowth(text: Self.texts[index]) { try $0.refuseCredentials() }
        #expect(growth.isLinear, "\(growth)")
    }

    @Test(
        arguments: [
            "a:b@c.d", "a:b@", "a@b.c:", "=a:", "//a@", "\"//<", "<//a>", ";pwd", "/t/", "%7", "?%70wd",
            "//a", "@h.x:1", "//\t", "x://", "?token=,", "?token='",
            "?token=${A},", "?token=$(", "proxy=", "proxy a:b@c,", "proxy='@",
        ]
    )
    func `repeated parts of addresses are read once`(piece: String) {
        for (beginning, grammar) in [("", AddressGrammar.value), ("'https://h", .value), ("'https://h", .command)] {
            let growth = TimeGrowth(
                text: { Array((beginning + String(repeating: piece, count: $0 / piece.utf8.count)).utf8) },
                use: { _ = URLCredential.all(in: $0, as: grammar) }
            )
            #expect(growth.isLinear, "\(beginning) \(growth)")
        }
    }

    @Test func `a long host before many folders is read once`() {
        let growth = TimeGrowth(
            text: { size in
                let host = String(repeating: "h", count: size / 2)
                return Array("https://\(host)\(String(repeating: "/t/x", count: size / 8))".utf8)
            },
            use: { _ = URLCredential.all(in: $0, as: .value) }
        )
        #expect(growth.isLinear, "\(growth)")
    }

    @Test func `lines before many tokens are read once`() {
        let growth = TimeGrowth(
            text: { size in
                var environment = Environment(name: "x")
                let lines = String(repeating: "RUN a\n", count: size / 12)
                environment.docker.baseDockerfile =
                    "FROM a\n\(lines)RUN\(String(repeating: " xoxb-1", count: size / 14))\n"
                return environment
            },
            use: { _ = $0.dockerfileSecretDiagnostics }
        )
        #expect(growth.isLinear, "\(growth)")
    }

    @Test(arguments: ["- a # xoxb-1\n", "- &xoxb-1 a\n", "- !xoxb-1 # a\n  b\n", "- | # xoxb-1\n  a\n", "# xoxb-1\n"])
    func `tokens around the values of a conda file are found in one pass`(entry: String) throws {
        let growth = try TimeGrowth(
            text: { size in
                var environment = Environment(name: "x")
                let entries = String(repeating: entry, count: size / entry.utf8.count)
                environment.python.condaDependencies = try CondaDependencies(
                    yaml: "dependencies:\n- python\n\(entries)"
                )
                return environment
            },
            use: { _ = $0.python.condaDependencies.tokensOutsideValues(limit: 100) }
        )
        #expect(growth.isLinear, "\(growth)")
    }

    @Test(arguments: ["'https:/\\/a:b@c\" ", "\"ghp_'", "//a:'b@", "\\/t/'", "; 'a"])
    func `masking reads a text with many quotes a constant number of times`(piece: String) {
        let growth = TimeGrowth(
            text: { String(repeating: piece, count: $0 / piece.utf8.count) },
            use: { _ = $0.maskingCredentials }
        )
        #expect(growth.isLinear, "\(growth)")
    }
}
