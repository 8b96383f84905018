/// The parts that every ``AzureMLError`` has besides its code.
public struct ErrorReport: Sendable {
    /// One sentence that names the value and the file.
    public let message: String
    /// The location of the error; `nil` when it has none.
    public let location: SourceLocation?
    /// The advice on how to fix it, in English.
    public let hint: String?
    /// The error that caused this one.
    public let underlying: (any Error)?

    /// Makes a report, and masks user names and passwords of URLs in all its texts. Control characters are escaped in
    /// the message and the hint, which can quote text of strangers.
    package init(
        message: String,
        location: SourceLocation? = nil,
        hint: String? = nil,
        underlying: (any Error)? = nil
    ) {
        self.message = message.maskingCredentials.escapingControlCharacters
        self.location = location?.maskingCredentials
        self.hint = hint?.maskingCredentials.escapingControlCharacters
        self.underlying = underlying
    }
}

extension ErrorReport: CustomStringConvertible, CustomReflectable {
    /// `file:line:column: error: message`, the line with a caret, and `fix: hint`.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        var lines = ["\(place)error: \(message)"]
        if let snippet = location?.caretSnippet { lines.append(snippet) }
        if let hint { lines.append("fix: \(hint)") }
        return lines.joined(separator: "\n")
    }

    /// A mirror without children, so that `dump` shows the masked description, and not the underlying error.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
