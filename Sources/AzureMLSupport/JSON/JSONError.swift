/// A JSON text that cannot be read.
///
/// > Python: `json.JSONDecodeError`
public struct JSONError: AzureMLError, ReportedError {
    /// The kind of error.
    public let code: ErrorCode<Self>
    /// The message, the place, the hint and the underlying error.
    public let report: ErrorReport

    package init(code: ErrorCode<Self>, report: ErrorReport) {
        self.code = code
        self.report = report
    }
}

extension ErrorCode where Failure == JSONError {
    /// The text violates the JSON grammar.
    public static var invalid: Self { Self("json-invalid") }
    /// The bytes are not UTF-8, or begin with a byte order mark.
    public static var notUTF8: Self { Self("json-not-utf8") }
    /// The text is longer than 64 MiB, also with each value on an indented line of its own, has more than 1,000,000
    /// values, or has more than 256 combining characters in sequence.
    public static var tooLarge: Self { Self("json-too-large") }
    /// Arrays and objects are nested deeper than 256 levels.
    public static var tooDeep: Self { Self("json-too-deep") }
}
