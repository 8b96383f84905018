/// The rules by which addresses are read in a kind of text: the ends of a URL, and the references to variables.
package struct AddressGrammar: Sendable {
    /// The characters that end a URL. Whitespace always does; `,`, `'` and `\` never do, because passwords contain
    /// them.
    enum End: Sendable {
        /// Also quotes and angle brackets, which surround URLs in prose and in code.
        case quotesAndBrackets
        /// Also a quote or an angle bracket, but only if one was open before the URL.
        case closingQuoteOrBracket
        case whitespace
    }

    let end: End
    let references: ReferenceGrammar
    /// Whether each `/t/<token>/` in the path of a web address is a token, whatever its length, as conda reads it.
    let takesShortTokens: Bool

    /// Running text, such as a comment or a whole file.
    package static let text = AddressGrammar(end: .quotesAndBrackets, references: .braced, takesShortTokens: false)
    /// The text of a conda file.
    package static let condaFile = AddressGrammar(end: .quotesAndBrackets, references: .conda, takesShortTokens: false)
    /// A string of a parsed file, whose ends are known, so that it can contain quotes and angle brackets.
    package static let value = AddressGrammar(end: .closingQuoteOrBracket, references: .braced, takesShortTokens: false)
    /// A string of a conda file, with the references that conda replaces in channels.
    package static let condaValue = AddressGrammar(
        end: .closingQuoteOrBracket,
        references: .conda,
        takesShortTokens: false
    )
    /// A line that pip reads.
    package static let pipLine = AddressGrammar(end: .closingQuoteOrBracket, references: .pip, takesShortTokens: false)
    /// A channel.
    package static let channel = AddressGrammar(end: .closingQuoteOrBracket, references: .conda, takesShortTokens: true)
    /// A conda package, which can name a channel. Conda replaces no references there.
    package static let condaPackage = AddressGrammar(
        end: .closingQuoteOrBracket,
        references: .braced,
        takesShortTokens: true
    )
    /// A text in which only whitespace ends an address.
    private static let anything = AddressGrammar(end: .whitespace, references: .braced, takesShortTokens: true)

    /// The grammars that together find in a text that is shown at least what any grammar finds in it, because a
    /// description, a log or an error can quote any text.
    static func shown(_ text: [UInt8]) -> [AddressGrammar] {
        let ends = "\"<>".utf8
        return text.contains(where: ends.contains) ? [.anything, .value, .text] : [.anything]
    }
}
