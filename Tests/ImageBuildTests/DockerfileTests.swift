import Testing

@testable import ImageBuild

@Suite struct DockerfileTests {
    private static func image() throws -> Dockerfile.Base { .image(try ImageReference(parsing: "ubuntu:22.04")) }

    @Test func `each instruction is one line`() throws {
        let dockerfile = try Dockerfile(
            on: Self.image(),
            [
                .comment("why"), .shell(["/bin/sh", "-c"]), .user("root"), .workDirectory("/"),
                .copy(["a", "b"], to: "/c/"), .run("echo 'a' \"b\" $c `d` e"), .environment("A", "b c"),
                .command(["bash", "-c", "a \"b\""]),
            ]
        )
        #expect(
            dockerfile.text == """
                FROM ubuntu:22.04
                # why
                SHELL ["/bin/sh", "-c"]
                USER root
                WORKDIR /
                COPY a b /c/
                RUN echo 'a' "b" $c `d` e
                ENV A b c
                CMD ["bash", "-c", "a \\"b\\""]

                """
        )
    }

    @Test(arguments: [
        "a\nRUN id", "a\r\nRUN id", "a\rb", "a\0b", "a\u{7F}", "a\tb", "a\\", "a\\ ", "a\\  ", "a`", "a` ",
    ])
    func `a text that does not stay in its line is refused in every instruction`(_ text: String) throws {
        let instructions: [Dockerfile.Instruction] = [
            .user(text), .workDirectory(text), .copy(["a"], to: text), .run(text), .environment("A", text),
            .comment(text),
        ]
        for instruction in instructions {
            let error = #expect(throws: ImageBuildError.self) { try Dockerfile(on: Self.image(), [instruction]) }
            #expect(error?.code == .instructionInvalid)
        }
    }

    @Test(arguments: [
        Dockerfile.Instruction.run("cat <<EOF"), .run("cat <<-'EOF'"), .copy(["<<EOF"], to: "/a"),
    ])
    func `a here-document is refused`(_ instruction: Dockerfile.Instruction) throws {
        let error = #expect(throws: ImageBuildError.self) { try Dockerfile(on: Self.image(), [instruction]) }
        #expect(error?.code == .instructionInvalid)
    }
}
