import Testing

@testable import DockerSyntax

/// The answers are those of BuildKit's parser, of August 2026.
@Suite struct HereDocumentTests {
    private static func names(_ line: String) -> [String] {
        DockerfileLines("FROM a\n\(line)\n").lines[1].documents.map(\.name.text)
    }

    @Test(arguments: [
        ("RUN 12<<X", ["X"]), ("RUN cat << X", ["X"]), ("RUN <<\tX", ["X"]), (#"RUN ["id"] <<X"#, ["X"]),
        ("COPY <<X <<'Y' /", ["X", "Y"]), ("RUN <<'X Y'", ["X Y"]), (#"RUN <<X\ Y"#, ["X Y"]),
        (#"RUN <<"X\"Y""#, [#"X"Y"#]), (#"RUN <<"X\nY""#, [#"X\nY"#]), ("RUN <<\u{FEFF}X", ["X"]),
        ("RUN <<X$x", ["X$x"]), ("RUN <<$x", ["$x"]), ("RUN <<${x}", ["${x}"]), ("RUN <<$'X'", ["$X"]),
        ("RUN a${x:-b} <<X", ["X"]), ("RUN ${x:y} <<X", ["X"]),
    ])
    func `a name is read as by a shell without variables`(line: String, names: [String]) {
        #expect(Self.names(line) == names)
    }

    @Test(arguments: [
        "RUN <<''", "RUN a<<X", #"RUN \<<X"#, "RUN cat <<<X", "RUN <<- X", "RUN '<<X", "RUN ${ <<X", "RUN ${x!y} <<X",
        "RUN <<X${x:-b}", "RUN --a='b <<X", #"RUN ["id", "<<X"]"#, "ENV <<X",
    ])
    func `a line that BuildKit leaves to the shell has none`(line: String) {
        #expect(Self.names(line) == [])
        #expect(DockerfileLines("FROM a\n\(line)\n").lines[1].flaw == nil)
    }

    @Test func `substitutions are followed to a depth that no real text reaches`() {
        func line(depth: Int) -> DockerfileLine {
            let text = String(repeating: "${a:-", count: depth) + String(repeating: "}", count: depth)
            return DockerfileLines("FROM a\nRUN \(text) <<X\nX\n").lines[1]
        }
        #expect(line(depth: ShellWords.maximumDepth).documents.map(\.name.text) == ["X"])
        #expect(line(depth: 100_000).documents.isEmpty)
        #expect(line(depth: 100_000).flaw?.reason.contains("64 substitutions") == true)
    }
}
