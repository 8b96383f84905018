import Testing

@testable import DockerSyntax

@Suite struct DockerfileAppendingTests {
    private static func dockerfile(_ instructions: [Dockerfile.NewInstruction]) throws -> Dockerfile {
        var dockerfile = Dockerfile(from: try ImageReference(parsing: "ubuntu:22.04"))
        for instruction in instructions { try dockerfile.append(instruction) }
        return dockerfile
    }

    @Test func `each instruction is written on one line`() throws {
        let dockerfile = try Self.dockerfile(
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
    func `a text that does not stay on its line is refused in every instruction`(_ text: String) throws {
        let instructions: [Dockerfile.NewInstruction] = [
            .user(text), .workDirectory(text), .copy(["a"], to: text), .run(text), .environment("A", text),
            .comment(text),
        ]
        for instruction in instructions {
            #expect(throws: DockerfileSyntaxError.self) { try Self.dockerfile([instruction]) }
        }
    }

    @Test(arguments: [
        Dockerfile.NewInstruction.run("cat <<EOF"), .run("cat <<-'EOF'"), .copy(["<<EOF"], to: "/a"),
    ])
    func `a here-document is refused`(_ instruction: Dockerfile.NewInstruction) throws {
        #expect(throws: DockerfileSyntaxError.self) { try Self.dockerfile([instruction]) }
    }

    @Test(arguments: [
        Dockerfile.NewInstruction.run("--mount=type=cache,target=/c id"), .copy(["--from=x"], to: "/a"),
        .run(#"["id"]"#), .copy([#"["a","#], to: #""b"]"#), .user("--x"),
    ])
    func `a text that would be read as options or a list is refused`(_ instruction: Dockerfile.NewInstruction) throws {
        #expect(throws: DockerfileSyntaxError.self) { try Self.dockerfile([instruction]) }
    }

    @Test(arguments: [
        "FROM a", "FROM a\r\nRUN id\r\n", "# escape=`\nFROM a AS x\nRUN b `\n c\nFROM x\n", "FROM a\nRUN <<X\nid\nX",
    ])
    func `added instructions are the same when the text is parsed again`(text: String) throws {
        var dockerfile = try Dockerfile(parsing: text)
        let instructions: [Dockerfile.NewInstruction] = [
            .shell(["/bin/zsh", "-c"]), .comment("é"), .user("root"), .workDirectory("/"),
            .copy(["a", "b"], to: "/c/"), .run("echo 'a' \"b\" $c  `d` e"), .environment("A", "b  c"),
            .command(["bash", "-c", "a \"b\""]),
        ]
        for instruction in instructions {
            try dockerfile.append(instruction)
            #expect(try Dockerfile(parsing: dockerfile.text) == dockerfile)
        }
    }
}
