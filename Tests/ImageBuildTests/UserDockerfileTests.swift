import AzureMLSupport
import Environment
import Testing

@testable import ImageBuild

@Suite struct UserDockerfileTests {
    private static func parse(_ text: String) throws -> UserDockerfile {
        try UserDockerfile(parsing: text, file: "BaseDockerfile")
    }

    // BuildKit's parser reads them as well: Scripts/test-dockerfiles.
    private static let cases: [(text: String, keywords: [String])] = [
        ("FROM ubuntu:22.04", ["FROM"]),
        ("from ubuntu:22.04 as base\nrun id\n", ["FROM", "RUN"]),
        ("\u{FEFF}FROM a\r\nRUN id\r\n", ["FROM", "RUN"]),
        ("# a comment\n\n  FROM a\n\t# another\n  RUN id", ["FROM", "RUN"]),
        ("FROM a\nRUN one \\\n  two \\  \n\n # comment \\\n  three\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN one \\\r\n  two\r\nUSER x\r\n", ["FROM", "RUN", "USER"]),
        ("# escape=`\nFROM a\nRUN one `\n  two\nRUN dir c:\\\nUSER x", ["FROM", "RUN", "RUN", "USER"]),
        ("#syntax=docker/dockerfile:1\n# Escape = `\nFROM a\nRUN b `\nc", ["FROM", "RUN"]),
        ("# a comment\n# escape=`\nFROM a\nRUN one \\\n two", ["FROM", "RUN"]),
        ("FROM a\nRUN <<EOF\nFROM b\nEOF\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN <<-\"E F\" cat\n\tUSER y\n\t\tE F\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nCOPY <<one <<two /\n1\none\n2\ntwo\nUSER x", ["FROM", "COPY", "USER"]),
        ("FROM a\nRUN 3<<X \\\n cat\nCMD\nX\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nONBUILD RUN <<X\nCMD\nX\nUSER x", ["FROM", "ONBUILD", "USER"]),
        ("FROM a\nRUN echo '<<X'\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN [\"echo\", \"<<X\"]\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN [ -f x ] && cat <<X\nUSER y\nX\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN cat <<<X\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nENV A <<X\nUSER x", ["FROM", "ENV", "USER"]),
        ("FROM a AS one\nRUN 1\nFROM one\nRUN 2\n", ["FROM", "RUN", "FROM", "RUN"]),
        // White space of Unicode counts at the ends of lines and of words of a shell, but not between words.
        (
            "\u{3000}\n\u{A0}FROM a\u{2003}\n\u{85} # why\nRUN id \\\n\u{3000}\n \u{A0}# why\n  x\nUSER x",
            ["FROM", "RUN", "USER"]
        ),
        ("FROM a\nRUN\u{B}\u{3000}id\u{A0}\nUSER\u{C}x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN cat <<X\u{3000}-\nUSER y\nX\nUSER x", ["FROM", "RUN", "USER"]),
        ("# escape\u{A0}=`\nFROM a\nRUN one \\\n two", ["FROM", "RUN"]),
        ("FROM a\nRUN one \\\u{A0}\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\r\r\nRUN one \\\r\r\n two\nUSER x", ["FROM", "RUN", "USER"]),
        // An escaped escape character continues nothing, and neither does a third one.
        ("FROM a\nRUN dir c:\\\\\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN one \\\\ \t\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN one \\\\\\\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN one \\ \\\n two\nUSER x", ["FROM", "RUN", "USER"]),
        ("# escape=`\nFROM a\nRUN one ``\nRUN two \\`\n x\nUSER x", ["FROM", "RUN", "RUN", "USER"]),
        ("\\\nFROM a\nRUN one\\\n\\\ntwo\nUSER x", ["FROM", "RUN", "USER"]),
        ("ARG V=1\nFROM --platform=$P a:${V} AS x\nRUN --mount=type=cache,target=/c id", ["FROM", "RUN"]),
    ]

    static let texts = cases.map(\.text)

    @Test(arguments: cases)
    func `a Dockerfile is read as engines read it`(_ text: String, _ keywords: [String]) throws {
        let dockerfile = try Self.parse(text)
        let found = dockerfile.stages.flatMap { ["FROM"] + $0.instructions.map(\.keyword) }
        #expect(found == keywords)
        #expect(dockerfile.text.utf8.elementsEqual(text.utf8))
    }

    @Test func `white space of Unicode can stand in front of a directive's name`() throws {
        // BuildKit's parser of directives.go; the one that Scripts/test-dockerfiles installs is older.
        let dockerfile = try Self.parse("#\u{A0}escape=`\nFROM a\nRUN one `\n two")
        #expect(dockerfile.stages.flatMap(\.instructions).map(\.keyword) == ["RUN"])
    }

    @Test func `stages have their bases, names and flags`() throws {
        let stages = try Self.parse(
            "ARG V=1\nFROM --platform=linux/arm64 a:$V AS One\nRUN --network=none id\nFROM one\n"
        ).stages
        #expect(stages.map(\.base) == ["a:$V", "one"])
        #expect(stages.map(\.name) == ["one", nil])
        #expect(stages[0].instructions.map(\.flags) == [["--network=none"]])
        #expect(stages[0].instructions.map(\.arguments) == ["id"])
    }

    @Test(arguments: [
        ("", 1, "has no FROM"),
        ("# only\n", 2, "has no FROM"),
        ("RUN id\nFROM a", 1, "in front of the first FROM"),
        ("FROM a\n\nFORM b\n", 3, "unknown instruction 'FORM'"),
        ("FROM a\nu\u{17F}er x\n", 2, "unknown instruction"),
        ("FROM a\nRUN\n", 2, "RUN without arguments"),
        ("FROM a\nRUN \u{3000}\n", 2, "RUN without arguments"),
        ("FROM a\nRUN\u{A0}id\n", 2, "unknown instruction"),
        ("# escape= \nFROM a\n", 1, "escape character"),
        ("FROM a\nRUN one \\\n", 2, "to be continued"),
        ("FROM a\nRUN one \\", 2, "to be continued"),
        ("FROM a\nRUN one \\\n# comment\n\n", 2, "to be continued"),
        ("# escape=`\nFROM a\nRUN one `", 3, "to be continued"),
        ("FROM a\nRUN <<EOF\nid\n", 2, "without its last line 'EOF'"),
        ("FROM a\nRUN <<EOF\nid\n EOF\n", 2, "without its last line 'EOF'"),
        ("FROM a\nRUN <<\"\"\nid\n", 2, "here-document without a name"),
        ("# escape=x\nFROM a\n", 1, "escape character"),
        ("# escape=`\n# escape=`\nFROM a\n", 2, "directive 'escape' twice"),
        ("# syntax=evil/frontend\nFROM a\n", 1, "not Docker's own"),
        ("FROM a b\n", 1, "neither 'FROM image'"),
        ("FROM a AS\n", 1, "neither 'FROM image'"),
        ("FROM a\nFROM Ubuntu:22.04\n", 2, "'Ubuntu' has capital letters"),
        ("FROM https://host/a\n", 1, "which is no image"),
        ("FROM a AS 1x\n", 1, "stage name '1x'"),
        ("FROM a\nONBUILD ONBUILD RUN id\n", 2, "ONBUILD with 'ONBUILD'"),
        ("FROM a\nONBUILD FROM b\n", 2, "ONBUILD with 'FROM'"),
        ("FROM a\nSHELL /bin/sh\n", 2, "SHELL that is no list"),
        ("FROM a\nRUN i\u{0}d\n", 2, "zero byte"),
    ])
    func `what is no Dockerfile is refused with its line`(_ text: String, _ line: Int, _ reason: String) {
        let error = #expect(throws: ImageBuildError.self) { try Self.parse(text) }
        #expect(error?.code == .dockerfileInvalid)
        #expect(error?.location?.file == "BaseDockerfile")
        #expect(error?.location?.line == line)
        #expect(error?.message.contains(reason) == true)
    }

    @Test func `one byte more than Azure accepts is refused`() throws {
        let longest = "FROM a\n" + String(repeating: "#", count: 102_393)
        #expect(throws: Never.self) { try Self.parse(longest) }
        let error = #expect(throws: ImageBuildError.self) { try Self.parse(longest + "#") }
        #expect(error?.code == .dockerfileTooLarge)
    }

    @Test(arguments: [
        ("FROM a\n", true),
        ("FROM a\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\n", true),
        ("FROM a\nSHELL [\"/bin/bash\", \"-u\", \"-c\"]\n", false),
        ("FROM a\nSHELL [\"powershell\", \"-command\"]\n", false),
        ("FROM a\nSHELL [\"/bin/zsh\", \"-c\"]\nSHELL [\"/bin/sh\", \"-c\"]\n", true),
        ("FROM a AS one\nSHELL [\"/bin/zsh\", \"-c\"]\nFROM ONE\nRUN id\n", false),
        ("FROM a AS one\nSHELL [\"/bin/zsh\", \"-c\"]\nFROM b\n", true),
        ("FROM a AS a\nFROM a AS a\n", true),
    ])
    func `the shell behind the last line is known`(_ text: String, _ isPlain: Bool) throws {
        #expect(try Self.parse(text).endsInPlainShell == isPlain)
    }

    @Test(arguments: [
        ("FROM a\nUSER nobody", "FROM a\nUSER nobody\nUSER root\n"),
        ("FROM a\r\nWORKDIR /x\r\n", "FROM a\r\nWORKDIR /x\r\nUSER root\n"),
        (
            "FROM a\nSHELL [\"/bin/zsh\", \"-c\"]\n",
            "FROM a\nSHELL [\"/bin/zsh\", \"-c\"]\nSHELL [\"/bin/sh\", \"-c\"]\nUSER root\n"
        ),
        ("FROM a\nRUN <<EOF\nid\nEOF", "FROM a\nRUN <<EOF\nid\nEOF\nUSER root\n"),
        ("FROM a\n# escape", "FROM a\n# escape\nUSER root\n"),
    ])
    func `the recipe stands on lines of its own behind the user's text`(_ text: String, _ start: String) throws {
        let base = Dockerfile.Base.dockerfile(try Self.parse(text))
        let dockerfile = try Dockerfile.recipe(.init(condaEnvironmentName: "azureml_0"), on: base)
        #expect(dockerfile.text.utf8.starts(with: start.utf8))
        // Read again, the user's instructions are the same, and the recipe's follow in the last stage.
        let again = try Self.parse(dockerfile.text)
        let user = try Self.parse(text).stages.last?.instructions.map(\.arguments) ?? []
        let found = again.stages.last?.instructions.map(\.arguments) ?? []
        #expect(Array(found.prefix(user.count)) == user)
        #expect(found.count == user.count + dockerfile.instructions.count - 1)
    }

    @Test func `a copy from a context that is not sent is named with its line`() async throws {
        var environment = Environment(name: "copies")
        environment.docker.baseDockerfile = """
            FROM a AS one
            COPY --from=two /x /y
            ADD https://host/file /
            COPY <<X /
            X
            COPY script.sh /
            """
        let details = try await environment.imageDetails(digests: KnownBaseImages())
        let found = details.diagnostics.filter { $0.code == "base-dockerfile-copies-files" }
        #expect(found.map { $0.location?.line } == [6])
    }
}
