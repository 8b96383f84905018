internal import AzureMLSupport

/// Reads words without their quotes and escape characters, byte by byte as BuildKit reads options.
struct InstructionWordReader {
    private(set) var rest: ArraySlice<UInt8>
    private let escape: UInt8
    /// Whether the words have the bytes of ``ReferenceGrammar/literal(_:)``.
    private let marksLiterals: Bool

    init(_ text: ArraySlice<UInt8>, escape: UInt8, marksLiterals: Bool = false) {
        rest = text
        self.escape = escape
        self.marksLiterals = marksLiterals
    }

    /// Reads the words that begin with `--` at the start of the text.
    mutating func readOptions() -> [String] {
        var options: [String] = []
        while true {
            rest = rest.drop(while: Self.isSpace)
            guard rest.starts(with: "--".utf8) else { return options }
            let word = readWord()
            // Two hyphens alone end the options.
            if word.elementsEqual("--".utf8) { return options }
            options.append(String(decoding: word, as: UTF8.self))
        }
    }

    /// Reads all words.
    mutating func readWords() -> [String] {
        var words: [String] = []
        while true {
            rest = rest.drop(while: Self.isSpace)
            guard !rest.isEmpty else { return words }
            words.append(String(decoding: readWord(), as: UTF8.self))
        }
    }

    private mutating func readWord() -> [UInt8] {
        var word: [UInt8] = []
        var quote: UInt8?
        while let byte = rest.first {
            if quote == nil, Self.isSpace(byte) { return word }
            rest.removeFirst()
            if byte == escape {
                if let escaped = rest.popFirst() { word.append(literal(escaped)) }
            } else if let open = quote {
                let isLiteral = open == UInt8(ascii: "'")
                if byte == open { quote = nil } else { word.append(isLiteral ? literal(byte) : byte) }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else {
                word.append(byte)
            }
        }
        return word
    }

    private func literal(_ byte: UInt8) -> UInt8 { marksLiterals ? ReferenceGrammar.literal(byte) : byte }

    /// BuildKit treats each byte as a character here, so that a byte within a longer character can count as whitespace.
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte.isASCIIWhitespace || byte == 0x85 || byte == 0xA0
    }
}
