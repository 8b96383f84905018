import Testing

@testable import DockerSyntax

@Suite struct DockerfileLinesTests {
    private static func texts(_ text: String) -> [String] {
        DockerfileLines(text).lines.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(arguments: [
        ("# c\nFROM a \\\n  # d\n\n  AS b\n\nRUN x\\y\nRUN z \\", ["FROM a   AS b", "RUN x\\y", "RUN z "]),
        ("FROM a\nRUN b \\\\\nc\n", ["FROM a", "RUN b \\\\", "c"]),
        ("# c\n# escape=`\nFROM a\nRUN b \\\n c `\nd", ["FROM a", "RUN b  c `", "d"]),
        ("\\\n\nFROM a\n\\\n", ["FROM a", ""]),
        ("FROM a\nRUN b <<X \\\n && c\nFROM d\nX\nUSER x", ["FROM a", "RUN b <<X  && c", "USER x"]),
        ("FROM a\nRUN <<X\n\\\nX\nUSER x", ["FROM a", "RUN <<X", "USER x"]),
        ("FROM a\r\nRUN b \\ \r\n\r\n c\r\n", ["FROM a", "RUN b  c"]),
    ])
    func `continuation lines are joined, without comments and empty lines`(text: String, lines: [String]) {
        #expect(Self.texts(text) == lines)
    }

    @Test(arguments: [
        ("Dockerfile", "Dockerfile"), ("my docker/Dockerfile\n", "my docker/Dockerfile"), ("\n\ta b \r\n", "a b"),
        ("run", "run"), ("fromage/Dockerfile", "fromage/Dockerfile"), ("\u{FEFF}a", "\u{FEFF}a"),
    ])
    func `one line without an instruction is the path of a Dockerfile in place of its text`(text: String, path: String)
    {
        #expect(DockerfileLines.path(inPlaceOf: text) == path)
    }

    @Test(arguments: [
        "FROM a", " from a\n", "run <<X", "# escape=`", "# a/Dockerfile", "", " \n", "a\nb", "# c\nDockerfile",
        "Dockerfile\n#",
    ])
    func `instructions, comments and several lines are not the path of a Dockerfile`(text: String) {
        #expect(DockerfileLines.path(inPlaceOf: text) == nil)
    }

    @Test func `a logical line has the number and the offset of its first line`() {
        let lines = DockerfileLines("# c\n  FROM a \\\n b\nRUN <<X\n1\n2\nX\nUSER x").lines
        #expect(lines.map(\.number) == [2, 4, 8])
        #expect(lines.map(\.offset) == [6, 18, 32])
        #expect(lines[1].documents.map(\.content) == [26..<30])
    }

    @Test(arguments: [
        ("#escape=`\n# Syntax = docker/dockerfile:1 \n# check=skip=all\nFROM a", ["escape", "syntax", "check"]),
        ("# c\n# escape=`\nFROM a", []),
        ("\n# escape=`\nFROM a", []),
        ("# other=1\n# escape=`\nFROM a", []),
        ("# escape=\n# syntax=x\nFROM a", []),
        ("#\u{B}escape=`\nFROM a", ["escape"]),
        ("# escape\u{B}=`\nFROM a", []),
    ])
    func `only comments at the top that are settings are directives`(text: String, names: [String]) {
        #expect(DockerfileLines(text).directives.map(\.name) == names)
    }

    @Test(arguments: [
        ("FROM a\nRUN b \\", "ends with the escape character"),
        ("FROM a\nRUN b <<X\nc", "without its closing line 'X'"),
    ])
    func `a line that builders reject is still a line, with the reason`(text: String, reason: String) {
        let flaws = DockerfileLines(text).lines.prefix(2).map(\.flaw)
        #expect(flaws[0] == nil)
        #expect(flaws[1]?.reason.contains(reason) == true)
        #expect(flaws[1]?.offset == 7)
    }

    @Test(arguments: [
        ("FROM --platform=x a AS b", ["a"]), ("COPY --from=a b c", ["a"]),
        ("RUN --mount=type=bind,from=a,to=b c", ["a"]),
        ("ONBUILD COPY --from=a b c", ["a"]), (#"ONBUILD COPY --f"rom"=a b c"#, ["a"]),
        (#"ONBUILD RUN --mount='fr\om=a' b"#, ["a"]), ("COPY --FROM=a b c", ["a"]),
        ("COPY --from=\u{301}a b c", ["\u{301}a"]),
        (#"RUN --mount=type=bind,FROM=a,to=b c"#, ["a"]), (#"RUN --mount=\"from=a\",to=b c"#, ["a"]),
        ("RUN a from=b", []), ("LABEL a=me@host.io", []),
    ])
    func `the image names in a line are found`(text: String, images: [String]) {
        #expect(DockerfileLines(text).lines.map(\.imageNames) == [images])
    }

    @Test(.timeLimit(.minutes(2)))
    func `a line of many pieces is joined in one pass`() {
        let count = 200_000
        let piece = String(repeating: " b", count: 20)
        let lines = DockerfileLines("FROM a" + String(repeating: "\(piece)\\\n", count: count)).lines
        #expect(lines.map(\.number) == [1])
        #expect(lines.first?.bytes.count == 6 + 40 * count)
    }

    @Test func `any text can be read without a trap, and all ranges are within it`() {
        let pieces = [
            "FROM a", "RUN ", "COPY ", "ONBUILD ", "<<", "<<-", "X", "''", "\"", "\\", "`", "# escape=`", "# syntax=a",
            "\n", "\n", "\r\n", " ", "\t", "\u{3000}", "é", "[\"a\"]", "--from=", "--mount=", "\u{FEFF}", "\0",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...16)).map { _ in pieces.randomElement() ?? "" }.joined()
            let lines = DockerfileLines(text)
            for line in lines.lines {
                _ = line.imageNames
                for document in line.documents {
                    #expect(lines.bytes.indices.contains(document.content) || document.content.isEmpty, "\(text)")
                }
            }
            #expect(DockerfileLines.shellLines(of: text).reduce(0) { $0 + $1.bytes.count } <= text.utf8.count)
            for rules in DockerfileRules.others {
                #expect(DockerfileLines(text, rules: rules).lines.allSatisfy { $0.documents.isEmpty })
            }
        }
    }
}
