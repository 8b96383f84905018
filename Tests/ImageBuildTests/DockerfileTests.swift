import Testing

@testable import ImageBuild

@Suite struct DockerfileTests {
    private static func image() throws -> ImageReference { try ImageReference(parsing: "ubuntu:22.04") }

    @Test func `each instruction is one line`() throws {
        let dockerfile = try Dockerfile([
            .from(Self.image()), .comment("why"), .user("root"), .workDirectory("/"), .copy(["a", "b"], to: "/c/"),
            .run("echo 'a' \"b\" $c `d`"), .environment("A", "b c"), .command(["bash", "-c", "a \"b\""]),
        ])
        #expect(
            dockerfile.text == """
                FROM ubuntu:22.04
                # why
                USER root
                WORKDIR /
                COPY a b /c/
                RUN echo 'a' "b" $c `d`
                ENV A b c
                CMD ["bash", "-c", "a \\"b\\""]

                """
        )
    }

    @Test(arguments: ["a\nRUN id", "a\r\nRUN id", "a\rb", "a\0b", "a\u{7F}", "a\tb", "a\\", "a\\ ", "a\\  "])
    func `a text that does not stay in its line is refused in every instruction`(_ text: String) throws {
        let instructions: [Dockerfile.Instruction] = [
            .user(text), .workDirectory(text), .copy(["a"], to: text), .run(text), .environment("A", text),
            .comment(text),
        ]
        for instruction in instructions {
            let error = #expect(throws: ImageBuildError.self) { try Dockerfile([.from(Self.image()), instruction]) }
            #expect(error?.code == .instructionInvalid)
        }
    }

    @Test(arguments: [
        Dockerfile.Instruction.run("cat <<EOF"), .run("cat <<-'EOF'"), .copy(["<<EOF"], to: "/a"),
    ])
    func `a here-document is refused`(_ instruction: Dockerfile.Instruction) throws {
        let error = #expect(throws: ImageBuildError.self) { try Dockerfile([.from(Self.image()), instruction]) }
        #expect(error?.code == .instructionInvalid)
    }

    @Test(arguments: [[], [.comment("escape=`")], [.user("root")]] as [[Dockerfile.Instruction]])
    func `a Dockerfile begins with FROM`(_ instructions: [Dockerfile.Instruction]) {
        let error = #expect(throws: ImageBuildError.self) { try Dockerfile(instructions) }
        #expect(error?.code == .instructionInvalid)
    }
}
