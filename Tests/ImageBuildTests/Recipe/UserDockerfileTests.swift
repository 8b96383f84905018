import DockerSyntax
import Environment
import Testing

@testable import ImageBuild

@Suite struct UserDockerfileTests {
    @Test func `one byte more than Azure accepts is refused`() throws {
        let longest = "FROM a\n" + String(repeating: "#", count: 102_393)
        #expect(throws: Never.self) { try Dockerfile(ofDefinition: longest) }
        let error = #expect(throws: ImageBuildError.self) { try Dockerfile(ofDefinition: longest + "#") }
        #expect(error?.code == .dockerfileTooLarge)
    }

    @Test func `a text that is not a Dockerfile is refused with its location`() throws {
        let error = #expect(throws: ImageBuildError.self) { try Dockerfile(ofDefinition: "FROM a\n\nFORM b\n") }
        #expect(error?.code == .dockerfileInvalid)
        #expect(error?.location?.file == "docker.baseDockerfile")
        #expect(error?.location?.line == 3)
        #expect(error?.message == "the Dockerfile has the unknown instruction 'FORM'")
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
    func `the recipe follows the user's text on separate lines`(_ text: String, _ start: String) throws {
        let base = try Dockerfile(parsing: text)
        let dockerfile = try ImageRecipe(condaEnvironmentName: "azureml_0").dockerfile(on: base)
        #expect(dockerfile.text.utf8.starts(with: start.utf8))
        // When read again, the user's instructions are the same, and the recipe's follow in the last stage.
        #expect(try Dockerfile(parsing: dockerfile.text) == dockerfile)
        let user = base.stages.last?.instructions ?? []
        #expect(dockerfile.stages.last?.instructions.prefix(user.count) == user[...])
    }

    @Test func `an instruction that copies from a build context is reported with its line`() async throws {
        var environment = Environment(name: "copies")
        environment.docker.baseDockerfile = """
            FROM a AS one
            COPY --from=two /x /y
            ADD https://host/file /
            COPY <<X /
            X
            COPY script.sh /
            # azureml: ignore base-dockerfile-copies-files
            COPY other.sh /
            """
        let details = try await environment.imageDetails(digests: KnownBaseImages())
        let found = details.diagnostics.filter { $0.code == "base-dockerfile-copies-files" }
        #expect(found.map { $0.location?.line } == [6])
    }
}
