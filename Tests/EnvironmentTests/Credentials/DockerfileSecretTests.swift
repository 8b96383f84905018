import AzureMLSupport
import TestSupport
import Testing

@testable import Environment

/// The findings about secrets in Dockerfiles.
@Suite struct DockerfileSecretTests {
    private static func findings(_ dockerfile: String) -> [String] {
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = dockerfile
        return environment.secretDiagnostics.map { "\($0.location?.description ?? "") \($0.severity.rawValue)" }
    }

    @Test(
        arguments: [
            ("FROM a\nENV A=1 \\\n  API_TOKEN=hunter2\n", ["BaseDockerfile:3:3 warning"]),
            ("FROM a\nARG A\nRUN echo ghp_0123456789abcdefghij\n", ["BaseDockerfile:3:10 error"]),
            ("FROM a\nENV API_TOKEN=ghp_0123456789abcdefghij\n", ["BaseDockerfile:2:15 error"]),
            ("FROM a\nENV A=ghp_01234567\\\n89abcdefghij\n", ["BaseDockerfile:2:1 error"]),
            ("FROM a\nENV A=ghp_\"0123456789abcdefghij\"\n", ["BaseDockerfile:2:1 error"]),
            ("FROM a\nRUN <<X\nghp_0123456789abcdefghij\nX\n", ["BaseDockerfile:3:1 error"]),
            ("FROM a\nRUN <<X\nghp_\"0123456789abcdefghij\"\nX\n", ["BaseDockerfile:2:1 error"]),
            ("FROM a\nCOPY <<X /a\nghp_\\\n0123456789abcdefghij\nX\n", ["BaseDockerfile:2:1 error"]),
            ("FROM a\nRUN printf 'a\\nghp_0123456789abcdefghij'\n", ["BaseDockerfile:2:16 error"]),
            ("FROM a\nENV C=Server=h;User=u;Password=hunter2;\n", ["BaseDockerfile:2:32 error"]),
            ("FROM a\nRUN npm config set //h/:_authToken=hunter2\n", ["BaseDockerfile:2:36 error"]),
            ("FROM a\nRUN sh -c 'echo ghp_\"0123456789abcdefghij\"'\n", ["BaseDockerfile:2:1 error"]),
            ("FROM a\nRUN x=\"$(echo gh''p_0123456789abcdefghij)\"\n", ["BaseDockerfile:2:1 error"]),
            ("FROM a\nENV C='Server=h;Password=$hunter2;'\n", ["BaseDockerfile:2:1 error"]),
            ("FROM a\nENV C=\"Server=h;Password=$pw;\"\n", []),
            ("FROM a\nENV C=\"Server=h;Password=${A:-hunter2};\"\n", ["BaseDockerfile:2:26 error"]),
            ("FROM a\nRUN echo '//h/:_authToken=${T}' \"//h/:_authToken=$(cat /a)\"\n", []),
            ("FROM a\nCOPY pip.conf x/.netrc /root/\n", ["BaseDockerfile:2:6 warning", "BaseDockerfile:2:15 warning"]),
            ("FROM a\nCOPY --chown=a [\"keys/id_rsa\", \"/x\"]\n", ["BaseDockerfile:2:18 warning"]),
            (
                "FROM a\nADD .pypirc .condarc .git-credentials /\n",
                ["2:5", "2:13", "2:22"].map { "BaseDockerfile:\($0) warning" }
            ),
            (
                "FROM a\nADD .npmrc a/.docker/config.json id_ed25519 /\nCOPY .ssh/id_ecdsa pip.ini /\n",
                ["2:5", "2:12", "2:34", "3:6", "3:20"].map { "BaseDockerfile:\($0) warning" }
            ),
            ("FROM a\nCOPY config.json docker/config.json .docker/config.json.md id_rsa/a /\n", []),
            ("FROM a\nENV TOKENIZERS_PARALLELISM=false MAX_TOKENS=512 DB_PASSWORD_FILE=/run/secrets/db\n", []),
            ("FROM a\nCOPY netrc /root/.netrc\nRUN --mount=type=secret,id=TOKEN pip install -i https://h x\n", []),
        ] as [(String, [String])]
    )
    func `each secret is reported at its word`(dockerfile: String, findings: [String]) {
        #expect(Self.findings(dockerfile) == findings)
    }

    @Test func `the password files are those that SECURITY lists`() throws {
        let promised = try SecurityPromises.quotedTexts(inRow: "a file that a Dockerfile copies")
        #expect(promised.sorted() == CredentialForm.passwordFiles.sorted())
    }

    @Test func `the message says what to do in both languages`() throws {
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = "FROM a\nENV PASSWORD=hunter2\n"
        let finding = try #require(environment.secretDiagnostics.first)
        #expect(finding.message.english == "This instruction writes a secret into a layer of the image.")
        #expect(finding.message.japanese == "この命令により、秘密情報がイメージのレイヤーに書き込まれます。")
        #expect(finding.hint?.english.contains("--mount=type=secret") == true)
        #expect(!"\(finding)".contains("hunter2"))
    }

    @Test func `a Dockerfile with many secrets gets a limited number of findings`() {
        let lines = String(repeating: "ENV TOKEN=\"a\" 'PASS'WORD=b\n", count: 20_000)
        #expect(Self.findings("FROM a\n\(lines)").count == Environment.maximumSecretFindings)
    }
}
