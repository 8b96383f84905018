import AzureMLSupport
import Testing

private struct SampleError: AzureMLError, ReportedError {
    let code: ErrorCode<Self>
    let report: ErrorReport
}

@Suite struct ErrorDescriptionTests {
    @Test func `an error shows its location, the line, a caret and a fix`() {
        let error = SampleError(
            ErrorCode("sample"),
            "the value 'x' is odd",
            at: SourceLocation(file: "env.yml", line: 3, column: 5, excerpt: "a:\tx"),
            hint: "write 'y'"
        )
        #expect(
            "\(error)" == """
                env.yml:3:5: error: the value 'x' is odd
                    a:\\tx
                         ^
                fix: write 'y'
                """
        )
    }

    @Test func `a diagnostic shows its location, its code and a fix`() {
        let message = LocalizedText(english: "The value 'x' is odd.", japanese: "値「x」は不正です。")
        let hint = LocalizedText(english: "write 'y'", japanese: "「y」と書いてください")
        let place = SourceLocation(file: "env.yml", line: 3, column: 5)
        let diagnostic = Diagnostic(code: "odd", severity: .warning, message: message, location: place, hint: hint)
        #expect("\(diagnostic)" == "env.yml:3:5: warning: The value 'x' is odd. [odd]\nfix: write 'y'")
        let bare = Diagnostic(code: "odd", severity: .info, message: message)
        #expect("\(bare)" == "info: The value 'x' is odd. [odd]")
    }

    @Test func `an error of any module has its code's name`() {
        let error: any AzureMLError = SampleError(ErrorCode("sample-odd"), "odd")
        #expect(error.codeName == "sample-odd")
    }

    @Test(arguments: [
        ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("a\nb", "a\\nb"), ("\u{202E}x", "\\u{202E}x"), ("日本", "日本"),
    ])
    func `control characters are escaped`(text: String, shown: String) {
        #expect(text.escapingControlCharacters == shown)
        let error = SampleError(ErrorCode("sample"), text, hint: text)
        #expect(error.message == shown && error.hint == shown)
    }

    @Test(arguments: [
        ("https://user:canary@host/x", "https://****:******@host/x"),
        ("a https://canary@host b https://u:canary@h", "a https://******@host b https://*:******@h"),
        ("https://${USER}:${TOKEN}@host", "https://${USER}:${TOKEN}@host"),
        ("git+ssh://git@host/x@v1", "git+ssh://git@host/x@v1"),
        ("https://host/path@v1", "https://host/path@v1"),
    ])
    func `errors and diagnostics mask credentials in URLs`(text: String, masked: String) {
        let place = SourceLocation(file: "env.yml", line: 1, column: 1, excerpt: text)
        let error = SampleError(ErrorCode("sample"), text, at: place, hint: text)
        #expect(error.message == masked && error.hint == masked && error.location?.excerpt == masked)
        #expect("\(error)".contains("canary") == false)
        let message = LocalizedText(english: text, japanese: text)
        let diagnostic = Diagnostic(code: "sample", severity: .info, message: message, location: place, hint: message)
        for shown in [diagnostic.message, diagnostic.hint] {
            #expect(shown?.english == masked && shown?.japanese == masked)
        }
    }

    @Test(arguments: [
        #"{"u": "https:\/\/me:canary@host\/x", }"#, #"u: "https:\x2F\u002Fme:canary@host""#,
    ])
    func `a line that hides a credential with escapes is not quoted`(line: String) {
        let place = SourceLocation(file: "https://me:canary@host/f", line: 1, column: 1, excerpt: line)
        let error = SampleError(ErrorCode("sample"), "odd", at: place)
        #expect(!"\(error)".contains("canary"))
        #expect(error.location?.excerpt == nil)
        #expect(error.location?.file == "https://**:******@host/f")
    }

    @Test func `the texts of a diagnostic cannot control the terminal`() {
        let text = LocalizedText(english: "a\u{1B}[31mb", japanese: "\u{202E}c")
        let diagnostic = Diagnostic(code: "sample", severity: .info, message: text, hint: text)
        for shown in [diagnostic.message, diagnostic.hint] {
            #expect(shown?.english == "a\\u{1B}[31mb" && shown?.japanese == "\\u{202E}c")
        }
    }

    @Test func `the caret is below its character even after wide characters`() {
        let place = SourceLocation(file: "env.yml", line: 1, column: 9, excerpt: "日本: x")
        let error = SampleError(ErrorCode("sample"), "odd", at: place)
        #expect("\(error)".split(separator: "\n").last == "          ^")
        let emoji = SourceLocation(file: "env.yml", line: 1, column: 4, excerpt: "\u{2705}x")
        #expect("\(SampleError(ErrorCode("sample"), "odd", at: emoji))".split(separator: "\n").last == "      ^")
    }

    @Test func `a secret does not show its value`() {
        let secret: Secret = "canary"
        #expect("\(secret) \(String(reflecting: secret))" == "*** ***")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(!dumped.contains("canary"))
    }
}
