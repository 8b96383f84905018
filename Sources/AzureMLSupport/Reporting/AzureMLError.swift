/// An error of this SDK: what went wrong, where, and what to do.
///
/// Each module has one error type. Its ``code`` is open: later versions may add codes, so a `switch` over it needs a
/// `default`.
///
/// > Python: `azureml.exceptions.AzureMLException`, `azureml.exceptions.UserErrorException`
public protocol AzureMLError: Error, CustomStringConvertible {
    /// Makes an error from its parts.
    init(code: ErrorCode<Self>, report: ErrorReport)
    /// The kind of error, for a `catch` that handles it.
    var code: ErrorCode<Self> { get }
    /// The parts that are the same in every error.
    var report: ErrorReport { get }
}

/// The kind of an error of one error type, with a stable spelling.
public struct ErrorCode<Failure: AzureMLError>: Sendable, Hashable, CustomStringConvertible {
    /// The stable spelling, words joined by hyphens.
    public let name: String

    /// Makes a code from its stable spelling.
    public init(_ name: String) {
        self.name = name
    }

    /// The stable spelling.
    public var description: String { name }
}

/// What an error says: a sentence, a place, a way out, and the error below it.
public struct ErrorReport: Sendable {
    /// One sentence that names the value and the file.
    public let message: String
    /// The place that the error is about; `nil` when there is none.
    public let location: SourceLocation?
    /// What to do.
    public let hint: FixHint?
    /// The error that caused this one.
    public let underlying: (any Error)?

    /// Makes a report. User names and passwords in URLs are masked in all its texts.
    public init(
        message: String,
        location: SourceLocation? = nil,
        hint: FixHint? = nil,
        underlying: (any Error)? = nil
    ) {
        self.message = message.maskingCredentials
        self.location = location?.maskingCredentials
        self.hint = hint.map { FixHint($0.text.maskingCredentials) }
        self.underlying = underlying
    }
}

extension AzureMLError {
    /// One sentence that names the value and the file.
    public var message: String { report.message }
    /// The place that the error is about; `nil` when there is none.
    public var location: SourceLocation? { report.location }
    /// What to do.
    public var hint: FixHint? { report.hint }
    /// The error that caused this one.
    public var underlying: (any Error)? { report.underlying }

    /// `file:line:column: error: message`, the line with a caret, and `fix: hint`.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        var lines = ["\(place)error: \(message.escapingControlCharacters)"]
        if let snippet = location?.caretSnippet { lines.append(snippet) }
        if let hint { lines.append("fix: \(hint.text.escapingControlCharacters)") }
        return lines.joined(separator: "\n")
    }

    /// Makes an error from its parts, spelled for the place that throws it.
    package init(
        _ code: ErrorCode<Self>,
        _ message: String,
        at location: SourceLocation? = nil,
        hint: FixHint? = nil,
        underlying: (any Error)? = nil
    ) {
        self.init(
            code: code,
            report: ErrorReport(message: message, location: location, hint: hint, underlying: underlying)
        )
    }
}
