import AzureMLSupport
import Testing

/// The ends of addresses, their user names and their parameters.
@Suite struct AddressGrammarTests {
    private static func found(_ text: String, _ grammar: AddressGrammar = .value) -> [String] {
        let bytes = Array(text.utf8)
        return URLCredential.all(in: bytes, as: grammar).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test(
        arguments: [
            ("https://user:a\"PW@h", "user:a\"PW"), ("https://user:a<PW@h", "user:a<PW"),
            ("https://user:a>PW@h", "user:a>PW"), ("--extra-index-url https://me:hunter<2@h/s", "me:hunter<2"),
            ("https://<me:hunter2>@h/s", "<me:hunter2>"), ("https://me:<hunter2>@h/s", "me:<hunter2>"),
            ("{\"a\":\"https://me:hunter2@h\"}", "me:hunter2"), ("<https://me:hunter2@h>", "me:hunter2"),
            ("<https:/\t/me:hunter2@h>", "me:hunter2"), ("<https:\n//me:hunter2@h>", "me:hunter2"),
            ("https://h/a?password=\"PW\"", "\"PW\""), ("https://h/a?token=a<b", "a<b"),
        ]
    )
    func `in a value, quotes and angle brackets can be part of a password`(text: String, credential: String) {
        #expect(Self.found(text) == [credential])
        #expect(!text.maskingCredentials.contains(credential))
    }

    @Test(arguments: [
        "<https://example.org/x>", "see <https://example.org>me@x", "\"https://example.org\"me@x", "git@h.example:a/b",
        "me@example.org", "{\"url\":\"https://h\",\"mail\":\"me@x\"}", "{\"a\":\"curl https://h\",\"mail\":\"me@x\"}",
        "{\\\"url\\\":\\\"https://h\\\", \\\"mail\\\":\\\"me@x\\\"}", "https://<USER>:<TOKEN>@h/s",
        "https://me:<TOKEN_2>@h/s",
        "https://<user>:<token>@h/s", "https://<your-user-name>:<my_secret>@h/s",
        "https://<your user>:<your token>@h/s",
        "https://***:***@h/s",
        "<https://h/a?token=<TOKEN>>",
    ])
    func `prose, JSON and placeholders are not passwords`(text: String) {
        #expect(Self.found(text) == [])
        #expect(Self.found(text, .text) == [])
    }

    @Test(arguments: ["https://me:<hunter2>@h", "https://me:<TOKENs>@h", "https://me:<>@h", "https://me:<Hunter>@h"])
    func `a password in angle brackets is not a placeholder`(text: String) {
        #expect(Self.found(text).count == 1)
    }

    @Test(
        arguments: [
            ("ghp_0123456789abcdefghij", true), ("0123456789abcdefghij", true), ("YxQSsC6zKyfzXR6ybQa1", true),
            ("build", false), ("hunter2", false), ("my-service-account-2024", false),
            ("abcdefghijklmnopqrstuvw", false),
            ("01234567890123456789", false), ("12345678-1234-1234-1234-123456789abc", false),
        ]
    )
    func `a user name beside a reference is a secret if it looks like a token`(user: String, isSecret: Bool) {
        #expect(Self.found("https://\(user):${EMPTY}@h/s").isEmpty == !isSecret)
        #expect(Self.found("ssh://\(user)@h/s").isEmpty == !isSecret)
    }

    @Test(arguments: [
        "git", "oauth2", "x-access-token", "__token__", "x-oauth-basic", "gitlab-ci-token", "x-token-auth",
    ])
    func `a user name that a service publishes is not a secret`(user: String) {
        #expect(Self.found("https://\(user)@h/s") == [])
        #expect(Self.found("https://\(user):${TOKEN}@h/s") == [])
        #expect(Self.found("https://${TOKEN}:\(user)@h/s") == [])
        #expect(Self.found("https://hunter2:\(user)@h/s") == ["hunter2:\(user)"])
        #expect(Self.found("https://\(user):hunter2@h/s") == ["\(user):hunter2"])
    }

    @Test(
        arguments: [
            ("https://h;SharedAccessSignature=sv=1&sig=0123456789abcdefghij", ["sv=1", "0123456789abcdefghij"]),
            ("jdbc:sqlserver://h:1433;database=a;password=PW", ["PW"]), ("https://h?pass=PW", ["PW"]),
            ("https://h?pwd=PW&bypass=1", ["PW"]), ("https://h/a?x-api-key=PW", ["PW"]), ("https://h?%70wd=PW", ["PW"]),
            ("https://h/a?code=en&key=1&auth=no", []), ("https://h/a?key=01234567", ["01234567"]),
            ("https://h/a?Signature=short", []), ("https://h/a?pwd=<PASSWORD>&code=${A_LONG_NAME}", []),
            ("https://conda.anaconda.org/t/ab12/org", ["ab12"]), ("https://repo.fury.io/ab12/me/", ["ab12"]),
            ("https://repo.fury.io/me/", []), ("https://pypi.fury.io/me/-/a.whl", []), ("https://notfury.io/a/b/", []),
            ("https://dl.cloudsmith.io/ab12/org/a/", ["ab12"]), ("https://dl.cloudsmith.io/public/org/a/", []),
            ("https://h/t/ab12/org", []), ("https://h?token=${A},PW", ["PW"]), ("-i https://h?token=${A})PW", ["PW"]),
            ("https://h?token=${A},${B},PW", ["PW"]), ("https://h?token=${A}','x", ["x"]),
            ("https://h?token=${A},${B}", []), ("{a:'https://h?token=${A}',b:'x'}", []),
            ("(see https://h?token=${A}), or b", []), ("https://h?token=${A},https://b?token=${B}", []),
            ("[https://h?token=${A},x]", []), ("[https://h?token=${A}]", []), ("\"https://h?token=${A},PW\"", ["PW"]),
            ("'https://h?token=${A},PW'", ["PW"]), ("('https://h?token=${A}', 'b')", []),
            ("(https://h?token=${A}, b)", []), ("https://h?token=$hunter2", ["$hunter2"]),
        ] as [(String, [String])]
    )
    func `parameters and folders with tokens are found by their names and hosts`(text: String, credentials: [String]) {
        #expect(Self.found(text) == credentials)
        for credential in credentials { #expect(!text.maskingCredentials.contains(credential)) }
    }

    @Test(arguments: ["https://u:a\u{1}b@h/s", "https:/u:ab@h/s", "HTTPS:///u:ab@h/s", "https://u:ab@h,https://b"])
    func `control characters, other numbers of slashes and the next address do not hide a password`(text: String) {
        #expect(Self.found(text).count == 1)
        #expect(!text.maskingCredentials.contains("b@h"))
    }

    @Test(arguments: [
        "s@http://a@http://b@g", "s@https://a:1@https://b:2@", "https:/a/b@c", "file:/u:a@h", "file:///u:a@h",
    ])
    func `other at signs are not those of user names`(text: String) {
        #expect(Self.found(text) == [])
    }

    @Test func `conda reads a token of any length in a channel`() {
        #expect(Self.found("https://h/t/ab12/org", .channel) == ["ab12"])
        #expect(Self.found("https://h/t/ab12/org::numpy", .condaPackage) == ["ab12"])
        #expect(Self.found("https://h/t/$TOKEN/org", .channel) == [])
        #expect(Self.found("https://h/t/$ab12/org", .channel) == ["$ab12"])
        for channel in ["t/ab12/org", "h.io/t/ab12/org", "//h.io/t/ab12/org"] {
            #expect(Self.found(channel, .channel) == ["ab12"])
        }
        for channel in ["./t/local/a", "../t/local/a", "//h.x/t/${TOKEN}/org", "t/local", "t/label/dev", "a/t/b/c"] {
            #expect(Self.found(channel, .channel) == [])
        }
    }

    @Test func `masking covers everything that is found in any text`() {
        let pieces = [
            "https://", "//", ":", "@", "/", "user", "a.b", "${A}", "$A", "<", ">", "\"", "\\", "/t/", "?sig=", "&key=",
            ";pwd=", "#token=", " ", "\n", "\t", "0123456789abcdefghij", "=", "é", "ghp_", "<TOKEN>", "git", "*", "eyJ",
            ".eyJ",
        ]
        let texts: [AddressGrammar] = [.text, .command, .pipLine, .condaFile]
        let strings: [AddressGrammar] = [.value, .pipWord, .channel, .condaPackage, .condaValue]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0...12)).map { _ in pieces.randomElement() ?? "" }.joined()
            for (masked, grammars) in [(text.maskingCredentialsOfLines, texts), (text.maskingCredentials, strings)] {
                let shown = Self.bytes(of: text, shownIn: Array(masked.utf8), as: grammars)
                #expect(shown == [], "\(text)")
            }
        }
    }

    /// The positions of bytes of credentials that the masked text still shows.
    private static func bytes(of text: String, shownIn masked: [UInt8], as grammars: [AddressGrammar]) -> [Int] {
        let bytes = Array(text.utf8)
        #expect(masked.count == bytes.count)
        let credentials = grammars.flatMap { URLCredential.all(in: bytes, as: $0) }.map(\.range)
        let hidden = (credentials + TokenForm.ranges(in: bytes)).joined()
            .filter { bytes[$0] > 0x20 && !":/".utf8.contains(bytes[$0]) }
        return hidden.filter { masked[$0] != UInt8(ascii: "*") }
    }
}
