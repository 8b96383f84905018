import AzureMLSupport
import Testing

private struct SampleError: AzureMLError {
    let code: ErrorCode<Self>
    let report: ErrorReport
}

@Suite struct ErrorDescriptionTests {
    @Test func `an error shows place, line, caret and way out`() {
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

    @Test(arguments: [
        ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("a\nb", "a\\nb"), ("\u{202E}x", "\\u{202E}x"), ("日本", "日本"),
    ])
    func `control characters are shown, not sent`(text: String, shown: String) {
        #expect(text.escapingControlCharacters == shown)
    }

    @Test func `a secret shows nothing of its value`() {
        let secret: Secret = "canary"
        #expect("\(secret) \(String(reflecting: secret))" == "*** ***")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(!dumped.contains("canary"))
    }
}
