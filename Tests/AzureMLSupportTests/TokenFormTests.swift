import AzureMLSupport
import TestSupport
import Testing

/// Tokens in the forms that their services have published.
@Suite struct TokenFormTests {
    private static func found(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return TokenForm.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(
        arguments: [
            ("token ghp_0123456789abcdefghij.", "ghp_0123456789abcdefghij"),
            ("a=github_pat_0123456789_abcdefghij", "github_pat_0123456789_abcdefghij"),
            ("(glpat-0123456789-abcdefghi)", "glpat-0123456789-abcdefghi"),
            ("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"), ("ASIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE"),
            ("xapp-1-A0123-456789-abcdef", "xapp-1-A0123-456789-abcdef"), ("xoxe-1-a", "xoxe-1-a"),
            ("xoxe.xoxp-1-a", "xoxp-1-a"),
            ("x:hf_0123456789012345678901234567890", "hf_0123456789012345678901234567890"),
            ("pypi-AgEIcHlwaQ", "pypi-AgEIcHlwaQ"), ("xoxb-1-a", "xoxb-1-a"),
            ("A=b;AccountKey=abc==;EndpointSuffix=c", "abc=="), ("SharedAccessKey=abc", "abc"),
            ("h?sv=1&sig=a%3D", "a%3D"),
            (#"AccountKey="abc=="; x"#, "abc=="), ("AccountKey=$hunter2==", "$hunter2=="), ("accountkey='abc'", "abc"),
            ("jwt_eyJhbGci.eyJzdWIi.c2ln", "eyJhbGci.eyJzdWIi.c2ln"), ("x-eyJhbGci.eyJzdWIi", "eyJhbGci.eyJzdWIi"),
            ("AccountKey=$hunter2;", "$hunter2"), ("D=ODBC;Pwd={p@ss;hunter2};U=a", "p@ss;hunter2"),
            ("D=ODBC;Pwd={hunter2}", "hunter2"), ("D=ODBC;Pwd={hun}}ter2};U=a", "hun}}ter2"),
            ("D=ODBC;Pwd={hunter2;U=a", "{hunter2"), ("D=ODBC;Pwd={$ecret9}", "$ecret9"),
            ("D=ODBC;Pwd={;hunter2};U=a", ";hunter2"), ("D=ODBC;Pwd={'hunter2}", "'hunter2"),
            ("D=ODBC;Pwd={a}}}}b};U=a", "a}}}}b"), ("A=b; Password=hunter2;", "hunter2"),
            ("AccountKey=${KEY}hunter2;", "${KEY}hunter2"), ("A=b;Pwd=${KEY:-hunter2}", "${KEY:-hunter2}"),
            ("Bearer eyJhbGci.eyJzdWIi.c2ln,", "eyJhbGci.eyJzdWIi.c2ln"),
        ]
    )
    func `a token is found anywhere in a text`(text: String, token: String) {
        #expect(Self.found(text) == [token])
        #expect(!text.maskingCredentials.contains(token))
    }

    @Test func `a private key is found up to its last line`() {
        let key = "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4\n\nabc\n"
        #expect(Self.found("a\n\(key)-----END EC PRIVATE KEY-----\nb") == [key])
        #expect("\(key)-----END EC PRIVATE KEY-----".maskingCredentials.split(separator: "\n").count == 4)
        let block = "-----BEGIN PGP PRIVATE KEY BLOCK-----\nabc\n"
        #expect(Self.found("\(block)-----END PGP PRIVATE KEY BLOCK-----") == [block])
        #expect(Self.found("-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----") == [])
    }

    @Test(arguments: [
        "ghp_short", "xghp_0123456789abcdefghij", "AKIAshort", "AKIAiosfodnn7example", "ASIA-PACIFIC", "xapp-name",
        "eyJhbGci.c2ln",
        "AccountKey=${KEY}", "AccountKey=\"${KEY}\"", "AccountKey=$KEY;", "D=ODBC;Pwd={password};", "A=b;Pwd={${PW}}",
        "A=b;Pwd={$PW}", "A=b;Pwd={0};", "A=b;Pwd={{password}}",
        "A=b;Pwd={cfg['pw']};", "D=ODBC;Pwd={",
        "AccountKey=\"\"", "AccountKey=<key>",
        "AccountKey=***", "?sig=", "&sig=$SIG", "PRIVATE KEY-----", "hf_model",
    ])
    func `other texts are not tokens`(text: String) {
        #expect(Self.found(text) == [])
    }

    @Test(
        arguments: [
            "eyJ-", "eyJ.", "eyJ", "accountkey=$a", "AccountKey=\"", "ghp_", "-----BEGIN ", "AccountKey=",
            "AccountKey=$", "AccountKey={", "AccountKey={}}", "AccountKey={a}}", "AccountKey={$A}}", "AccountKey=*",
            "&sig=", "?sig=$",
            "?sig=*", "xoxb-", "-",
        ]
    )
    func `a text with many beginnings of tokens is read once`(piece: String) {
        let growth = TimeGrowth(
            text: { Array(String(repeating: piece, count: $0 / piece.utf8.count).utf8) },
            use: { _ = TokenForm.ranges(in: $0) }
        )
        #expect(growth.isLinear, "\(growth)")
    }
}
