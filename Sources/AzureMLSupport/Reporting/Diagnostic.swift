/// Something odd that was kept, or something worth knowing: a code, a severity, a message, a place and a way out.
///
/// Nothing was refused because of it; what is refused is thrown as an ``AzureMLError``.
public struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
    /// The stable spelling of a kind of diagnostic, such as `python-version-missing`.
    public struct Code: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
        /// The stable spelling, words joined by hyphens.
        public let name: String

        /// Makes a code from its stable spelling.
        public init(stringLiteral name: String) {
            self.name = name
        }

        /// The stable spelling.
        public var description: String { name }
    }

    /// How much a diagnostic matters.
    public enum Severity: String, Sendable, Hashable {
        /// Worth knowing.
        case info
        /// Works today, but is advised against, or the result can change.
        case warning
        /// Cannot be built as it stands, or something is lost.
        case error
    }

    /// The kind, stable across versions.
    public let code: Code
    /// How much it matters.
    public let severity: Severity
    /// One sentence, in English and in Japanese.
    public let message: LocalizedText
    /// The place that it is about.
    public let location: SourceLocation?
    /// What to do about it.
    public let hint: FixHint?

    /// Makes a diagnostic. User names and passwords in URLs are masked in all its texts.
    public init(
        code: Code,
        severity: Severity,
        message: LocalizedText,
        location: SourceLocation? = nil,
        hint: FixHint? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = LocalizedText(
            english: message.english.maskingCredentials,
            japanese: message.japanese.maskingCredentials
        )
        self.location = location?.maskingCredentials
        self.hint = hint.map { FixHint($0.text.maskingCredentials) }
    }

    /// `file:line:column: severity: message [code]`, in English.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        return "\(place)\(severity.rawValue): \(message.english.escapingControlCharacters) [\(code)]"
    }
}

/// One sentence in the two languages of this SDK.
public struct LocalizedText: Sendable, Hashable, CustomStringConvertible {
    /// The sentence in English.
    public let english: String
    /// The sentence in Japanese.
    public let japanese: String

    /// Makes a sentence from both languages.
    public init(english: String, japanese: String) {
        self.english = english
        self.japanese = japanese
    }

    /// The sentence in English.
    public var description: String { english }
}
