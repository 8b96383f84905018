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
    /// Whether each `/t/<token>/` in the path of an address is a token, whatever its length, as conda reads it.
    let takesShortTokens: Bool
    /// Whether the text is the name or the address of a channel, which needs no scheme.
    let isChannel: Bool
    /// Whether tabs and line breaks belong to an address. Python removes them from it, as browsers do.
    let removesLineBreaks: Bool
    /// Whether the quote or the bracket before an address does not end the values of its parameters. In a text that is
    /// shown, it can be that of a string that holds the address.
    let ignoresEnclosingMarks: Bool

    private init(
        end: End,
        references: ReferenceGrammar = .braced,
        takesShortTokens: Bool = false,
        isChannel: Bool = false,
        removesLineBreaks: Bool = false,
        ignoresEnclosingMarks: Bool = false
    ) {
        self.end = end
        self.references = references
        self.takesShortTokens = takesShortTokens
        self.isChannel = isChannel
        self.removesLineBreaks = removesLineBreaks
        self.ignoresEnclosingMarks = ignoresEnclosingMarks
    }

    /// Running text, such as a comment or a whole file.
    package static let text = AddressGrammar(end: .quotesAndBrackets)
    /// The text of a Dockerfile.
    package static let dockerfile = AddressGrammar(end: .quotesAndBrackets, references: .shell)
    /// The text of a conda file.
    package static let condaFile = AddressGrammar(end: .quotesAndBrackets, references: .conda)
    /// A command, in which quotes and angle brackets can be part of an address, but whitespace cannot.
    package static let command = instruction(.shell)

    /// An instruction of a Dockerfile, as a ``command`` except for the references that are replaced in it.
    package static func instruction(_ references: ReferenceGrammar) -> AddressGrammar {
        AddressGrammar(end: .closingQuoteOrBracket, references: references)
    }

    /// As ``command``, where conda reads the addresses.
    package static let condaCommand = AddressGrammar(
        end: .closingQuoteOrBracket,
        references: .shell,
        takesShortTokens: true
    )
    /// A line that pip reads.
    package static let pipLine = AddressGrammar(end: .closingQuoteOrBracket, references: .pip)
    /// A word of such a line.
    package static let pipWord = string(references: .pip)
    /// A string of a parsed file.
    package static let value = string()
    /// A string of a conda file, with the references that conda replaces in channels.
    package static let condaValue = string(references: .conda)
    /// A channel.
    package static let channel = string(references: .conda, takesShortTokens: true, isChannel: true)
    /// A conda package, which can name a channel. Conda replaces no references there.
    package static let condaPackage = string(takesShortTokens: true, isChannel: true)
    /// The value of a variable that conda reads, which can hold channels.
    package static let condaVariable = string(takesShortTokens: true)

    /// A string of a parsed file, whose ends are known, so that it can contain quotes and angle brackets.
    private static func string(
        references: ReferenceGrammar = .braced,
        takesShortTokens: Bool = false,
        isChannel: Bool = false
    ) -> AddressGrammar {
        AddressGrammar(
            end: .closingQuoteOrBracket,
            references: references,
            takesShortTokens: takesShortTokens,
            isChannel: isChannel,
            removesLineBreaks: true
        )
    }

    /// The grammars that together find in a text that is shown at least what any grammar finds in it, because a
    /// description, a log or an error can quote any text.
    ///
    /// - Parameters:
    ///   - text: The text in UTF-8.
    ///   - isString: Whether the text is one string of a parsed file, so that line breaks can be within an address.
    /// - Returns: The grammars, without those that find nothing in this text that another one does not find.
    static func shown(_ text: [UInt8], isString: Bool) -> [AddressGrammar] {
        let ends: [End] =
            text.contains { $0.isOne(of: "\"", "<", ">") } && canHaveURL(text)
            ? [.whitespace, .closingQuoteOrBracket, .quotesAndBrackets] : [.whitespace]
        return ends.map { end in
            AddressGrammar(
                end: end,
                takesShortTokens: end == .whitespace,
                isChannel: isString,
                removesLineBreaks: isString,
                ignoresEnclosingMarks: true
            )
        }
    }

    /// Whether a slash can begin a URL: it follows a slash, a colon, or a character that Python removes from between
    /// them.
    private static func canHaveURL(_ text: [UInt8]) -> Bool {
        zip(text, text.dropFirst()).contains { previous, byte in
            byte == UInt8(ascii: "/") && previous.isOne(of: "/", ":", "\t", "\n", "\r")
        }
    }
}
