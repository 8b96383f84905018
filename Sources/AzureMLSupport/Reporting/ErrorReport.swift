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
