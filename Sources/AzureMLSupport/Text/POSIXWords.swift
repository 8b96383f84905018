/// Splits a text into words by the quotes and escapes of POSIX shells, as Python's `shlex` does, by which pip reads its
/// options, and into the commands of a shell.
package struct POSIXWords {
    /// The words of the command that is being read.
    private var words: [[UInt8]] = []
    /// The word that is being read; `nil` between words. Quotes can make an empty one.
    private var word: [UInt8]?
    private var openQuote: UInt8?
    private var isEscaped = false
    /// Whether a shell reads the words, which replaces references and has operators.
    private let isShell: Bool
    /// The words of the commands that are complete.
    private var commands: [[[UInt8]]] = []
    private var isInComment = false

    private let escape: UInt8

    private init(isShell: Bool, escape: UInt8) {
        self.isShell = isShell
        self.escape = escape
    }

    /// Whether a byte is a quote or the escape character.
    package static func isQuote(_ byte: UInt8) -> Bool { byte.isOne(of: "\"", "'", "\\") }

    /// Returns the words of a text, without their quotes and escapes.
    ///
    /// Shells and pip refuse a quote that is not closed. Here it ends with the text, so that a credential in it is still
    /// found.
    ///
    /// - Parameter text: The text in UTF-8.
    /// - Returns: The words.
    package static func split(_ text: some Sequence<UInt8>) -> [[UInt8]] {
        commands(text, isShell: false, escape: backslash).first ?? []
    }

    package static let backslash = UInt8(ascii: "\\")

    /// Returns the words of each command in a text that a shell reads, without their quotes, escapes and comments.
    ///
    /// - Parameters:
    ///   - text: The text in UTF-8.
    ///   - escape: The escape character.
    /// - Returns: The words, with the bytes of ``ReferenceGrammar/literal(_:)`` for the characters that quotes or an
    ///   escape keep as they are.
    package static func commands(_ text: some Sequence<UInt8>, escape: UInt8 = backslash) -> [[[UInt8]]] {
        commands(text, isShell: true, escape: escape)
    }

    private static func commands(_ text: some Sequence<UInt8>, isShell: Bool, escape: UInt8) -> [[[UInt8]]] {
        var reader = POSIXWords(isShell: isShell, escape: escape)
        for byte in text { reader.read(byte) }
        if reader.isEscaped { reader.add(escape) }
        reader.endCommand()
        return reader.commands
    }

    private mutating func read(_ byte: UInt8) {
        if isInComment {
            isInComment = byte != .newline
            return
        }
        switch (openQuote, byte) {
        case _ where isEscaped: readEscaped(byte)
        case (nil, escape), (UInt8(ascii: "\""), escape): isEscaped = true
        case (let quote?, _) where quote == byte: openQuote = nil
        case (UInt8(ascii: "'"), _): addLiteral(byte)
        case (_?, _): add(byte)
        case (nil, UInt8(ascii: "'")), (nil, UInt8(ascii: "\"")):
            openQuote = byte
            word = word ?? []
        // After `>`, as in `2>&1`, it redirects the output.
        case (nil, _) where isShell && byte.isOne(of: ";", "&", "|", "\n") && word?.last != UInt8(ascii: ">"):
            endCommand()
        case (nil, UInt8(ascii: "#")) where isShell && word == nil: isInComment = true
        case (nil, _): byte.isASCIIWhitespace ? endWord() : add(byte)
        }
    }

    private mutating func readEscaped(_ byte: UInt8) {
        // In quotes, a backslash that escapes nothing is kept.
        let isEscapable =
            openQuote == nil || byte == openQuote || byte == escape
            || isShell && byte.isOne(of: "$", "`")
        if !isEscapable { add(escape) }
        addLiteral(byte)
        isEscaped = false
    }

    private mutating func addLiteral(_ byte: UInt8) {
        add(isShell ? ReferenceGrammar.literal(byte) : byte)
    }

    private mutating func add(_ byte: UInt8) {
        word?.append(byte)
        if word == nil { word = [byte] }
    }

    private mutating func endWord() {
        if let word { words.append(word) }
        word = nil
    }

    private mutating func endCommand() {
        endWord()
        if !words.isEmpty { commands.append(words) }
        words = []
    }
}
