internal import AzureMLSupport

/// A logical line split into keyword, options and arguments, whatever they are.
package struct InstructionText: Sendable, Hashable {
    /// The first word in capitals; empty for a line of white space alone.
    package let keyword: String
    /// The options in front of the arguments, such as `--from=base`, without quotes.
    package let flags: [String]
    package let arguments: ArraySlice<UInt8>
    private let escape: UInt8

    /// - Parameters:
    ///   - line: A logical line.
    ///   - escape: The escape character of the Dockerfile.
    init(_ line: ArraySlice<UInt8>, escape: UInt8) {
        self.escape = escape
        let text = line.trimmed
        let word = text.prefix { !$0.isASCIIWhitespace }
        keyword = Self.keyword(word)
        var reader = OptionReader(text[word.endIndex...], escape: escape)
        flags = reader.readOptions()
        arguments = reader.rest.trimmed
    }

    /// Go knows two letters outside ASCII whose small letters are in it. `ſ`, whose capital is, stays as it is.
    private static func keyword(_ word: ArraySlice<UInt8>) -> String {
        let capitals = String(decoding: word.map(\.uppercasedASCII), as: UTF8.self)
        return String(
            String.UnicodeScalarView(capitals.unicodeScalars.map { $0 == "İ" ? "I" : $0 == "\u{212A}" ? "K" : $0 })
        )
    }

    /// The instruction that `ONBUILD` keeps for the images that are built from this one; `nil` for all others.
    package var trigger: InstructionText? { keyword == "ONBUILD" ? inner : nil }

    /// The instruction within `ONBUILD` or `HEALTHCHECK`; `nil` for all others.
    private var inner: InstructionText? {
        ["ONBUILD", "HEALTHCHECK"].contains(keyword) ? InstructionText(arguments, escape: escape) : nil
    }

    /// The texts of all lists in JSON, those within `ONBUILD` and after `HEALTHCHECK CMD` too.
    package var listTexts: [String] {
        // At the most a health check within a trigger has its command inside.
        let inner = inner
        return [self, inner, inner?.inner].flatMap { $0?.list ?? [] }
    }

    /// The arguments as a list of texts in JSON; `nil` when they are not one.
    package var list: [String]? {
        guard arguments.first == UInt8(ascii: "["), let json = try? JSONValue(parsing: Array(arguments)),
            let elements = json.array
        else { return nil }
        let texts = elements.compactMap(\.string)
        return texts.count == elements.count ? texts : nil
    }
}

/// Takes the words that begin with `--` from the front of a text, as BuildKit does: byte by byte.
private struct OptionReader {
    private(set) var rest: ArraySlice<UInt8>
    private let escape: UInt8

    init(_ text: ArraySlice<UInt8>, escape: UInt8) {
        rest = text
        self.escape = escape
    }

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

    private mutating func readWord() -> [UInt8] {
        var word: [UInt8] = []
        var quote: UInt8?
        while let byte = rest.first {
            if quote == nil, Self.isSpace(byte) { return word }
            rest.removeFirst()
            if byte == escape {
                if let escaped = rest.popFirst() { word.append(escaped) }
            } else if let open = quote {
                if byte == open { quote = nil } else { word.append(byte) }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else {
                word.append(byte)
            }
        }
        return word
    }

    /// BuildKit takes each byte for a character of its own here, so that parts of others count as white space.
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte.isASCIIWhitespace || byte == 0x85 || byte == 0xA0
    }
}
