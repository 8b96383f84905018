import AzureMLSupport
import HostileInput
import Testing

@testable import DockerSyntax

@Suite struct DockerfileParsingTests {
    private static func parse(_ text: String) throws -> Dockerfile {
        try Dockerfile(parsing: text)
    }

    @Test(arguments: SampleDockerfiles.all)
    func `a Dockerfile is parsed as engines parse it`(_ text: String, _ keywords: [String]) throws {
        let dockerfile = try Self.parse(text)
        let found = dockerfile.stages.flatMap { ["FROM"] + $0.instructions.map(\.keyword) }
        #expect(found == keywords)
        #expect(dockerfile.text.utf8.elementsEqual(text.utf8))
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
        ("RUN id\nFROM a", 1, "before the first FROM"),
        ("FROM a\n\nFORM b\n", 3, "unknown instruction 'FORM'"),
        ("FROM a\nu\u{17F}er x\n", 2, "unknown instruction"),
        ("FROM a\nRUN\n", 2, "RUN without arguments"),
        ("FROM a\nRUN \u{3000}\n", 2, "RUN without arguments"),
        ("FROM a\nRUN\u{A0}id\n", 2, "unknown instruction"),
        ("# escape= \nFROM a\n", 1, "escape character"),
        ("FROM a\nRUN one \\\n", 2, "ends with the escape character"),
        ("FROM a\nRUN one \\", 2, "ends with the escape character"),
        ("FROM a\nRUN one \\\n# comment\n\n", 2, "ends with the escape character"),
        ("# escape=`\nFROM a\nRUN one `", 3, "ends with the escape character"),
        ("FROM a\nRUN <<EOF\nid\n", 2, "without its closing line 'EOF'"),
        ("FROM a\nRUN <<EOF\nid\n EOF\n", 2, "without its closing line 'EOF'"),
        ("# escape=x\nFROM a\n", 1, "escape character"),
        ("# escape=`\n# escape=`\nFROM a\n", 2, "directive 'escape' twice"),
        ("# syntax=evil/frontend\nFROM a\n", 1, "other than Docker's own"),
        ("FROM a b\n", 1, "neither 'FROM image'"),
        ("FROM a AS\n", 1, "neither 'FROM image'"),
        ("FROM a\nFROM Ubuntu:22.04\n", 2, "'Ubuntu' has capital letters"),
        ("FROM https://host/a\n", 1, "not the name of an image"),
        ("FROM a AS 1x\n", 1, "'1x' as a stage's name"),
        ("FROM a\nONBUILD ONBUILD RUN id\n", 2, "'ONBUILD' after ONBUILD"),
        ("FROM a\nONBUILD FROM b\n", 2, "'FROM' after ONBUILD"),
        ("FROM a\nSHELL /bin/sh\n", 2, "SHELL that is not a list"),
        ("FROM a\nRUN i\u{0}d\n", 2, "zero byte"),
    ])
    func `an invalid Dockerfile is refused with its line and the reason`(
        _ text: String,
        _ line: Int,
        _ reason: String
    ) {
        let error = #expect(throws: DockerfileSyntaxError.self) { try Self.parse(text) }
        let place = SourceLocation(file: "", bytes: Array(text.utf8), offset: error?.offset ?? 0)
        #expect(place.line == line)
        #expect(error?.reason.contains(reason) == true)
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
    func `it is known whether the shell after the last line is a plain one`(_ text: String, _ isPlain: Bool) throws {
        #expect(try Self.parse(text).endsInPlainShell == isPlain)
    }
}
