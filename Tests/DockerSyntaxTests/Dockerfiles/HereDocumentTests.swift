import Testing

@testable import DockerSyntax

/// The expected results are those of BuildKit 0.32.2.
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
    func `a name is read as a shell without variables reads it`(line: String, names: [String]) {
        #expect(Self.names(line) == names)
    }

    @Test(arguments: [
        "RUN <<''", "RUN a<<X", #"RUN \<<X"#, "RUN cat <<<X", "RUN <<- X", "RUN '<<X", "RUN ${ <<X", "RUN ${x!y} <<X",
        "RUN <<X${x:-b}", #"RUN ${x:- <\<X}"#, "RUN --a='b <<X", #"RUN ["id", "<<X"]"#, "ENV <<X",
    ])
    func `a line that BuildKit leaves to the shell has no here-documents`(line: String) {
        #expect(Self.names(line) == [])
        #expect(DockerfileLines("FROM a\n\(line)\n").lines[1].flaw == nil)
    }

    @Test(arguments: [#"RUN ${x:- <<X\"}"#, "RUN a<<b ${x:- <\\<\\\"}"])
    func `a name with an open quote or brace is refused`(line: String) {
        #expect(DockerfileLines("FROM a\n\(line)\n").lines[1].flaw?.reason.contains("an open quote or brace") == true)
    }

    @Test(arguments: [1, 64, 100_000])
    func `substitutions are followed to any depth`(depth: Int) {
        let text = String(repeating: "${a:-", count: depth) + String(repeating: "}", count: depth)
        #expect(Self.names("RUN \(text) <<X") == ["X"])
        let quoted = String(repeating: "${a:-\"", count: depth) + String(repeating: "\"}", count: depth)
        #expect(Self.names("RUN \(quoted) <<X") == ["X"])
        #expect(Self.names("RUN \(String(repeating: "${a:-", count: depth)) <<X") == [])
    }
}
