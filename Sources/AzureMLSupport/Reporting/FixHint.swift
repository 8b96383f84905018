/// What to do about an error or a diagnostic, in one sentence.
public struct FixHint: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringInterpolation {
    /// The sentence, in English.
    public let text: String

    /// Makes a hint from its sentence.
    public init(_ text: String) {
        self.text = text
    }

    /// Makes a hint from a string literal.
    public init(stringLiteral text: String) {
        self.text = text
    }

    /// The sentence.
    public var description: String { text }
}
