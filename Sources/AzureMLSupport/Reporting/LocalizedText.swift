/// A sentence in the two languages of this SDK.
public struct LocalizedText: Sendable, Hashable, CustomStringConvertible {
    /// The sentence in English.
    public let english: String
    /// The sentence in Japanese.
    public let japanese: String

    package init(english: String, japanese: String) {
        self.english = english
        self.japanese = japanese
    }

    /// The sentence in English.
    public var description: String { english }

    /// The same sentence with control characters as escapes.
    var escapingControlCharacters: LocalizedText {
        LocalizedText(
            english: english.escapingControlCharacters,
            japanese: japanese.escapingControlCharacters
        )
    }

    /// The same sentence with user names and passwords of URLs masked.
    var maskingCredentials: LocalizedText {
        LocalizedText(english: english.maskingCredentials, japanese: japanese.maskingCredentials)
    }
}
