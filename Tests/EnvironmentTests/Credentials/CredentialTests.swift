import AzureMLSupport
import CondaDependencies
import Testing

@testable import Environment

@Suite struct CredentialTests {
    @Test(arguments: [
        ("--index-url https://user:secret@host/simple", "user:secret"),
        ("https://token@host/simple", "token"), ("https://token@host/token", "token"),
        ("https://token@host/tokens/x", "token"), ("https://a:b@host/a:b/x", "a:b"),
        ("git+https://token@host/repository.git", "token"),
        ("HTTPS://user:secret@host", "user:secret"),
        ("https://user:se@cret@host/", "user:se@cret"),
        ("https://:secret@host", ":secret"),
        ("https://token:@host", "token:"),
        ("ssh://git:secret@host/a.git", "git:secret"),
        ("ftp://user:secret@host", "user:secret"),
        ("https://user:${NAME}x@host", "user:${NAME}x"),
        ("https://user:$NAME@host", "user:$NAME"),
        ("https://user:${}@host", "user:${}"),
        ("https://host/a https://user:secret@host", "user:secret"),
        ("a@b :// c@d https://token@host", "token"),
        ("# https://user:pa,ss@host/x", "user:pa,ss"),
        ("https://user:pa\\ss@host", "user:pa\\ss"),
        ("https://user:pa'ss@host", "user:pa'ss"),
        ("FROM user:secret@host.io/image", "user:secret"),
        ("COPY --from=user:secret==@host:5000/image a b", "user:secret=="),
        ("user:secret@localhost/image", "user:secret"),
        ("https://host/t/ab-12345678-1234-1234/channel", "ab-12345678-1234-1234"),
        ("https://host/a?sv=1&sig=abcdefghijklmnopqrst%3D", "abcdefghijklmnopqrst%3D"),
        ("https://a/https://b/https://token@c", "token"),
        ("https://host/t/t/ab-12345678-1234-1234/t/x", "ab-12345678-1234-1234"),
        ("https://host/a?sig=short&sig=abcdefghijklmnopqrst", "abcdefghijklmnopqrst"),
        ("https://host/a?sig=${NAME}&sig=abcdefghijklmnopqrst", "abcdefghijklmnopqrst"),
        ("--extra-index-url=//user:secret@h/simple", "user:secret"), ("//user:secret@h", "user:secret"),
        ("-i//user:secret@h/simple", "user:secret"),
        ("a @ https://host/a-1-py3-none-any.whl#token=secret", "secret"),
        ("https://host/a#sha256=0&Private_Token=secret", "secret"), ("https://host/a?password=secret&x=1", "secret"),
        ("curl 'https://host/a?access_token=secret'", "secret"),
        ("wasbs://box@host/r.jar?sv=1&sig=abcdefghijklmnopqrst", "abcdefghijklmnopqrst"),
        ("https://host/a?u=//h/b&sig=abcdefghijklmnopqrst", "abcdefghijklmnopqrst"),
    ])
    func `a password in a URL is found`(text: String, credential: String) throws {
        let bytes = Array(text.utf8)
        let found = try #require(URLCredential(in: bytes))
        #expect(String(decoding: bytes[found.range], as: UTF8.self) == credential)
    }

    @Test(arguments: [
        "git+https://fabrikam@dev.azure.com/fabrikam/shop/_git/tools",
        "https://host/simple", "https://git@host/a.git", "git+ssh://user@host/a.git", "ssh://me@host/a",
        "https://${USER}@host", "https://${USER}:${PASSWORD}@host", "https://user:${PASSWORD}@host",
        "https://host/path@2", "https://host?mail=a:b@c", "https://host#a:b@c", "mail a@b.c", "user:secret@host",
        #"ENV X={"url":"https://host","mail":"me@x"}"#, "<https://host>me@x", "https://host\tme@x",
        "https://", "://", ":", "file:/user:a@b", "",
        "ubuntu@sha256:0123456789abcdef", "host.io:5000/ubuntu:22.04@sha256:0123456789abcdef/x", "git@host.com:a/b.git",
        "user:secret@host/image", "user:secret@host.io", ":secret@host.io/image", "user:@host.io/image",
        "user:${PASSWORD}@host.io/image", "@", "a@", "@host.io/x", "https://host/t/short/x",
        "https://host/t/${A_LONG_NAME_OF_A_TOKEN}/x",
        "https://host/a?sig=short", "ftp://host/t/ab-12345678-1234-1234/channel", "npm install a@npm:b@1.0/x",
        "//user@host/simple", "//user:${PASSWORD}@host/simple", "file:///user:secret@host", "# // mail a:b@c.d",
        "a @ https://host/a.whl#sha256=0123456789abcdef", "https://host/a.git#egg=token", "https://host/a#token=",
        "curl 'https://host/a?token=${TOKEN}'", "https://host/a?token=${TOKEN}&x=1", "a#token=secret",
    ])
    func `references, plain names and other at signs are not passwords`(text: String) {
        #expect(URLCredential(in: Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        ("- git+https://${gh_user}:${gh_pass}@host/a.git@v1#egg=a", false),
        ("- git+https://${GH_USER}:${GH_PASS}@host/a.git@v1#egg=a", true),
        ("- --extra-index-url https://build:$FEED_TOKEN@host/simple", false),
        ("- --extra-index-url https://build:${FEED_TOKEN_2}@host/simple", true),
        ("- https://host/a-1-py3-none-any.whl?token=$TOKEN", false),
    ])
    func `below pip, only the references that pip replaces are accepted`(line: String, isAccepted: Bool) throws {
        var environment = Environment(name: "x")
        let yaml = "dependencies:\n- python=3.9\n- pip:\n  \(line)\n"
        environment.python.condaDependencies = try CondaDependencies(yaml: yaml)
        if isAccepted { return try environment.refuseCredentials() }
        let error = #expect(throws: EnvironmentError.self) { try environment.refuseCredentials() }
        #expect(error?.code == .credentialInURL)
        #expect(error?.location?.line == 4)
        #expect(error?.hint?.contains("${NAME}") == true)
        #expect("\(error.map { "\($0)" } ?? "")".contains("gh_pass") == false)
    }

    @Test(arguments: [
        "https://host/t/$TEAM_CHANNEL_ACCESS_TOKEN/x", "https://host/t/$CHANNEL_TOKEN/x", "https://host/t/${token}/x",
        "https://${user}:$PASS@host/x",
    ])
    func `in a channel, the references that conda replaces are accepted, whatever their length`(channel: String) throws
    {
        var environment = Environment(name: "x")
        let yaml = "channels: ['\(channel)']\ndependencies: [python=3.9]\n"
        environment.python.condaDependencies = try CondaDependencies(yaml: yaml)
        try environment.refuseCredentials()
    }

    @Test(arguments: [
        "user:secret@host/image", "token@host/image", "user:secret@host:5000/image@sha256:0123456789abcdef",
        "https://token@host/image", "user@host/image:1", ":secret@host/image",
    ])
    func `a password in an image name is found`(image: String) {
        #expect(URLCredential(inImage: image) != nil)
        var environment = Environment(name: "x")
        environment.docker.baseImage = image
        #expect(throws: EnvironmentError.self) { try environment.refuseCredentials() }
        environment.docker.baseDockerfile = "FROM --platform=linux/amd64 \(image) AS base\n"
        #expect(throws: EnvironmentError.self) { try environment.refuseCredentials() }
        environment.docker.baseDockerfile = "FROM a\nCOPY --from=\(image) /a /b\n"
        #expect(throws: EnvironmentError.self) { try environment.refuseCredentials() }
    }

    @Test(arguments: [
        "ubuntu", "ubuntu@sha256:0123456789abcdef", "ubuntu:22.04@sha256:…", "host:5000/a/b:1@sha512:0123",
        "${USER}:${PASSWORD}@host/image", "${TOKEN}@host/image", "", "@", "@sha256:0123",
    ])
    func `digests and references in an image name are not passwords`(image: String) throws {
        #expect(URLCredential(inImage: image) == nil)
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = "FROM \(image) AS base\nCOPY --from=\(image) a b\nLABEL x=me@host.io\n"
        try environment.refuseCredentials()
    }

    @Test(
        arguments: [
            ("FROM a\nRUN pip install -i https://user:\\\ncanary@host/x\n", 2),
            ("FROM a\nRUN pip install -i https://user:\\  \n# why\n\ncanary@host/x\n", 2),
            ("FROM a\nRUN x \\\r\n  y https://us\\\r\ner:canary@host/x\r\n", 2),
            ("# escape=`\nFROM a\nRUN pip install -i https://user:`\ncanary@host/x\n", 3),
            ("FROM \\\nuser:canary@host/x\n", 1),
            // A directive after a comment is only a comment.
            ("# c\n# escape=`\nFROM a\nRUN pip install -i https://user:\\\ncanary@host/x\n", 4),
            ("# syntax=x\n#\n# escape=`\nFROM a\nRUN curl https://user:\\\ncanary@host/x\n", 5),
            ("# known=no\n# escape=`\nFROM a\nRUN curl https://user:\\\ncanary@host/x\n", 4),
            ("\u{FEFF}# escape=`\nFROM a\nRUN curl https://user:`\ncanary@host/x\n", 3),
            ("# escape=`\nFROM a\nRUN curl https://user:` \t\r\ncanary@host/x\n", 3),
            // An escaped escape character does not continue the line, so FROM begins a new instruction.
            ("FROM a\nRUN dir c:\\\\\nFROM canary@host/x\n", 3),
            ("FROM a\nRUN dir c:\\\\\\\nFROM canary@host/x\n", 3),
            // Any number of lines with only white space are skipped.
            ("FROM a\nENV X=https://user:\\\n  \n\n\t\ncanary@host/x\n", 2),
            ("FROM a\nENV X=https://user:\\\n\u{3000}\ncanary@host/x\n", 2),
            // The shell also joins lines, within a here-document.
            ("FROM a\nRUN <<EOF\nid\ncurl https://user:\\\ncanary@host/x\nEOF\n", 4),
            ("FROM a\nRUN <<-EOF cat\nid\ncurl https://user:\\\r\ncanary@host/x\n\tEOF\n", 4),
            // A line in a here-document is not an instruction, but the line after the here-document is.
            ("FROM a\nCOPY <<EOF /x\na \\\nEOF\nRUN curl https://us\\\ner:canary@host/x\n", 5),
            ("FROM a\nRUN --mount=type=bind,from=canary@host/x,target=/x id\n", 2),
            // Without a here-document, the builder joins the lines itself, also across trailing blanks and comments.
            ("FROM a\nRUN true # ${} <<X\nRUN curl https://user:\\ \ncanary@host/x\n", 3),
            ("FROM a\nRUN true # ${} <<X\nRUN curl https://user:\\\n# why\ncanary@host/x\n", 3),
            ("FROM a\nRUN true <<X\nRUN curl https://user:\\ \ncanary@host/x\nX\n", 3),
            ("FROM a\nRUN cat <<\"it's\"\nit's\nRUN curl https://user:\\\t\n\ncanary@host/x\n", 4),
            ("FROM a\nRUN <<-X\ncurl https://user:\\\n\tcanary@host/x\nX\n", 3),
            ("FROM a\nRUN <<-X\ncurl https://user:can`\n\t\tary@host/x\nX\n", 3),
            ("FROM a\nRUN [\"curl\", \"https://user:canary\\u0040host/x\"]\n", 2),
            ("FROM a\nADD [\"https:\\/\\/user:canary@host\", \"/\"]\n", 2),
            ("FROM a\nONBUILD RUN [\"curl\", \"https://user:canary\\u0040host/x\"]\n", 2),
            ("FROM a\nHEALTHCHECK CMD [\"curl\", \"https:\\u002f\\u002fuser:canary\\u0040host/x\"]\n", 2),
            ("FROM a\nONBUILD HEALTHCHECK --retries=1 CMD [\"https://user:canary\\u0040host/x\"]\n", 2),
            ("FROM a\nONBUILD COPY --fr\\om=user:canary@host/i /a /b\n", 2),
            ("FROM a\nONBUILD RUN --mount='from=user:canary@host/i,target=/x' id\n", 2),
            // Line continuations as Podman and Buildah read them.
            ("FROM a\nRUN curl https://user:\\\\\n# c\ncanary@host/x\n", 2),
            ("# syntax=docker/dockerfile:1\n# escape=`\nFROM a\nRUN curl https://user:\\\n# c\ncanary@host/x\n", 4),
            ("# escape=`\nFROM a\nRUN true << X\nRUN curl https://user:\\\ncanary@host/x\nX\n", 4),
        ] as [(String, Int)]
    )
    func `line breaks and escapes in a Dockerfile do not hide a password`(dockerfile: String, line: Int) throws {
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = dockerfile
        let error = try #require(throws: EnvironmentError.self) { try environment.refuseCredentials() }
        #expect(error.location == SourceLocation(file: "BaseDockerfile", line: line))
        #expect(!"\(error)".contains("canary"))
    }

    /// If each signature were read to the end of the text, this would take days.
    @Test(.timeLimit(.minutes(2)))
    func `a text with many signatures is scanned only once`() {
        let count = 100_000
        let address = "https://host/a" + String(repeating: "?sig=", count: count)
        #expect(URLCredential.all(in: Array(address.utf8)).map(\.range) == [19..<address.utf8.count])
    }

    @Test func `no text causes a crash, and every match is within the text`() throws {
        let pieces = [
            "https://", "://", ":", "@", "/", "user", "a.b", "localhost", "${A}", "${", "}", "/t/", "?sig=", "&sig=",
            "//", "#token=", " ", "\n",
            "\\", "#", "\"", "<", "FROM ", "--from=", "sha256:", "0123456789abcdef0123456789", "=", "é", "\r\n", "`",
            "\0",
        ]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0...12)).map { _ in pieces.randomElement() ?? "" }.joined()
            let bytes = Array(text.utf8)
            let found = URLCredential.all(in: bytes) + (URLCredential(inImage: text).map { [$0] } ?? [])
            for credential in found { #expect(bytes.indices.contains(credential.range), "\(text)") }
            let masked = text.maskingImageCredentials
            #expect(masked.utf8.count == bytes.count, "\(text)")
            #expect(URLCredential.all(in: Array(masked.utf8)).isEmpty, "\(text)")
        }
    }

    @Test func `a conda file with a password is refused with its place, without showing the secret`() throws {
        var environment = Environment(name: "x")
        let text = "dependencies:\n- python=3.8\n- pip:\n  - --index-url https://user:canary@host/simple\n"
        environment.python.condaDependencies = try CondaDependencies(yaml: text)
        let error = try #require(throws: EnvironmentError.self) { try environment.refuseCredentials() }
        #expect(error.code == .credentialInURL)
        #expect(error.location?.file == "conda_dependencies.yml")
        #expect(error.location?.line == 4)
        #expect(error.location?.column == 25)
        #expect(!"\(error)".contains("canary"))
        #expect("\(error)".contains("${NAME}"))
    }

    @Test(
        arguments: [
            ["docker": ["baseDockerfile": "FROM a\nRUN pip install -i https://u:canary@host x\n"]],
            ["docker": ["buildContext": ["location": "https://canary@host/a.git"]]],
            ["spark": ["repositories": ["https://host", "https://u:canary@host"]]],
            ["python": ["condaDependencies": ["dependencies": ["python", ["pip": ["-i https://u:canary@h"]]]]]],
            ["later": ["https://u:canary@host"]],
            ["environmentVariables": ["PIP_EXTRA_INDEX_URL": "https://u:canary@h/simple"]],
            ["environmentVariables": ["https://u:canary@h/simple": "x"]],
            ["environmentVariables": ["PIP_FIND_LINKS": ["https://h/a.whl#token=canary"]]],
            ["later": ["https://u:canary@host": 1]],
            ["spark": ["repositories": ["u:canary@host.io/repository"]]],
            ["python": ["condaDependencies": ["dependencies": ["python"], "variables": ["https://u:canary@h": "x"]]]],
        ] as [JSONValue]
    )
    func `a password anywhere in a definition is refused`(definition: JSONValue) throws {
        let environment = try Environment(definition: definition)
        let error = try #require(throws: EnvironmentError.self) { try environment.refuseCredentials() }
        #expect(error.code == .credentialInURL)
        #expect(!"\(error)".contains("canary"))
    }

    @Test func `a variable with a password is refused by its name, with a hint for variables`() throws {
        var environment = Environment(name: "x")
        environment.environmentVariables = ["PLAIN": "1", "PIP_EXTRA_INDEX_URL": "https://u:canary@h/simple"]
        let error = try #require(throws: EnvironmentError.self) { try environment.refuseCredentials() }
        #expect(error.code == .credentialInURL)
        #expect(error.message.contains("'environmentVariables.PIP_EXTRA_INDEX_URL'"))
        #expect(error.hint?.contains("set it where the environment runs") == true)
        environment.environmentVariables["PIP_EXTRA_INDEX_URL"] = "https://u:${TOKEN}@h/simple"
        try environment.refuseCredentials()
    }

    @Test(.timeLimit(.minutes(2)))
    func `texts with many slashes, at signs and marks are scanned only once`() {
        for piece in ["//a:b@", "/", "//", "@", "#token", "#", "&token=", "?a"] {
            let text = "https://host/" + String(repeating: piece, count: 200_000)
            #expect(URLCredential.all(in: Array(text.utf8)).allSatisfy { $0.range.upperBound <= text.utf8.count })
        }
    }

    @Test func `an escape sequence does not hide a password`() throws {
        var environment = Environment(name: "x")
        let text = #"dependencies: [python, {pip: ["-i https:\x2F/u:canary@host"]}]"#
        environment.python.condaDependencies = try CondaDependencies(yaml: text)
        #expect(throws: EnvironmentError.self) { try environment.refuseCredentials() }
    }

    @Test(
        arguments: [
            ("PASSWORD", "hunter2", "warning"), ("my_api_token", "x", "warning"),
            ("A", "ghp_0123456789abcdefghij", "error"), ("A", "AKIAIOSFODNN7EXAMPLE", "error"),
            ("A", "DefaultEndpointsProtocol=https;AccountKey=abc", "error"),
            ("A", "${PREFIX};AccountKey=abc==", "error"), ("A", "<ghp_0123456789abcdefghij>", "error"),
            ("ghp_0123456789abcdefghij", "", "error"), ("ghp_0123456789abcdefghij", "${NAME}", "error"),
            ("PASSWORD", "<hunter2>", "warning"), ("PASSWORD", "${NAME}hunter2", "warning"),
            ("PASSWORD", "${NAME:-hunter2}", "warning"), ("PASSWORD", "${NAME", "warning"),
            ("PASSWORD", "${NAME}", nil), ("PASSWORD", "$NAME", nil), ("PASSWORD", "", nil),
            ("PASSWORD", "<your-token>", nil), ("PASSWORD", "<TOKEN>", nil), ("PASSWORD", "***", nil),
            ("A", "plain", nil), ("A", "ghp_short", nil),
        ] as [(String, String, String?)]
    )
    func `a variable that looks like a secret gets a diagnostic`(name: String, value: String, severity: String?) {
        var environment = Environment(name: "x")
        environment.environmentVariables = [name: value]
        let diagnostics = environment.secretDiagnostics
        #expect(diagnostics.first?.severity.rawValue == severity)
        #expect(diagnostics.allSatisfy { $0.code == "secret-in-variables" })
    }

    @Test func `a variable of a conda specification is checked too`() throws {
        var environment = Environment(name: "x")
        environment.python.condaDependencies = try CondaDependencies(
            yaml: "dependencies: [python]\nvariables:\n  API_TOKEN: abc\n  PLAIN: abc\n  PIN_SECRET: 12\n  A_TOKEN:\n"
        )
        let places = environment.secretDiagnostics.map(\.location?.file)
        #expect(places == ["API_TOKEN", "PIN_SECRET"].map { "python.condaDependencies.variables.\($0)" })
    }
}
