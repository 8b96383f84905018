/// Splits a text into words by the quotes and escapes of POSIX shells, as Python's `shlex` does, by which pip reads its
/// options.
package struct POSIXWords {
    private var words: [[UInt8]] = []
    /// The word that is being read; `nil` between words. Quotes can make an empty one.
    private var word: [UInt8]?
    private var openQuote: UInt8?
    private var isEscaped = false
    /// The byte for a `$` that is quoted or escaped; `nil` where `$` has no meaning.
    private let literalDollar: UInt8?

    private init(literalDollar: UInt8?) {
        self.literalDollar = literalDollar
    }

    /// Whether a byte is a quote or the escape character.
    package static func isQuote(_ byte: UInt8) -> Bool { byte.isOne(of: "\"", "'", "\\") }

    /// Returns the words of a text, without their quotes and escapes.
    ///
    /// Shells and pip refuse a quote that is not closed. Here it ends with the text, so that a credential in it is still
    /// found.
    ///
    /// - Parameters:
    ///   - text: The text in UTF-8.
    ///   - literalDollar: The byte for a `$` that a shell keeps as it is, because it is quoted or escaped; `nil` where
    ///     `$` has no meaning, as for pip.
    /// - Returns: The words.
    package static func split(_ text: some Sequence<UInt8>, literalDollar: UInt8? = nil) -> [[UInt8]] {
        var reader = POSIXWords(literalDollar: literalDollar)
        for byte in text { reader.read(byte) }
        if reader.isEscaped { reader.add(UInt8(ascii: "\\")) }
        reader.endWord()
        return reader.words
    }

    private mutating func read(_ byte: UInt8) {
        switch (openQuote, byte) {
        case _ where isEscaped: readEscaped(byte)
        case (nil, UInt8(ascii: "\\")), (UInt8(ascii: "\""), UInt8(ascii: "\\")): isEscaped = true
        case (let quote?, _) where quote == byte: openQuote = nil
        case (UInt8(ascii: "'"), _): addLiteral(byte)
        case (_?, _): add(byte)
        case (nil, UInt8(ascii: "'")), (nil, UInt8(ascii: "\"")):
            openQuote = byte
            word = word ?? []
        case (nil, _): byte.isASCIIWhitespace ? endWord() : add(byte)
        }
    }

    private mutating func readEscaped(_ byte: UInt8) {
        // In quotes, a backslash that escapes nothing is kept.
        let isEscapable =
            openQuote == nil || byte == openQuote || byte == UInt8(ascii: "\\")
            || byte == UInt8(ascii: "$") && literalDollar != nil
        if !isEscapable { add(UInt8(ascii: "\\")) }
        addLiteral(byte)
        isEscaped = false
    }

    private mutating func addLiteral(_ byte: UInt8) {
        add(byte == UInt8(ascii: "$") ? literalDollar ?? byte : byte)
    }

    private mutating func add(_ byte: UInt8) {
        word?.append(byte)
        if word == nil { word = [byte] }
    }

    private mutating func endWord() {
        if let word { words.append(word) }
        word = nil
    }
}
