/// A finding that did not stop the call: a code, a severity, a message, a location and a hint. The texts are in English
/// and in Japanese.
///
/// ```swift
/// for diagnostic in env.diagnostics where diagnostic.severity != .info {
///     print(diagnostic)
/// }
/// ```
///
/// A call that cannot continue throws an ``AzureMLError`` instead.
public struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
    /// The stable identifier of a kind of diagnostic, such as `python-version-missing`.
    ///
    /// A string literal can be used as a code: `diagnostic.code == "python-version-missing"`.
    public struct Code: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
        /// The stable spelling, with words joined by hyphens.
        public let name: String

        /// Makes a code from its stable spelling.
        public init(stringLiteral name: String) {
            self.name = name
        }

        /// The stable spelling.
        public var description: String { name }
    }

    /// The importance of a diagnostic.
    public enum Severity: String, Sendable, Hashable {
        /// Worth knowing.
        case info
        /// Works today, but is not recommended, or its result can change.
        case warning
        /// Cannot be built as it is, or something is lost.
        case error
    }

    /// The kind of diagnostic, which is the same in all versions.
    public let code: Code
    /// The importance of the finding.
    public let severity: Severity
    /// One sentence that names the value.
    public let message: LocalizedText
    /// The location of the finding; `nil` when it has none.
    public let location: SourceLocation?
    /// The advice on how to fix it.
    public let hint: LocalizedText?

    /// Masks user names and passwords of URLs in all texts, and escapes control characters, because users print them.
    package init(
        code: Code,
        severity: Severity,
        message: LocalizedText,
        location: SourceLocation? = nil,
        hint: LocalizedText? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message.maskingCredentials.escapingControlCharacters
        self.location = location?.maskingCredentials
        self.hint = hint?.maskingCredentials.escapingControlCharacters
    }

    /// `file:line:column: severity: message [code]` and, in a second line, `fix: hint`, in English.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        let fix = hint.map { "\nfix: \($0.english)" } ?? ""
        return "\(place)\(severity.rawValue): \(message.english) [\(code)]\(fix)"
    }
}
