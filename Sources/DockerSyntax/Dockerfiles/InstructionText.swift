internal import AzureMLSupport

/// A logical line split into keyword, options and arguments, none of which is checked.
package struct InstructionText: Sendable, Hashable {
    /// The first word in upper case; empty for a line of whitespace alone.
    package let keyword: String
    /// The options before the arguments, such as `--from=base`, without quotes.
    package let flags: [String]
    package let arguments: ArraySlice<UInt8>
    let escape: UInt8

    private static let keywords: Set = [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
        "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ]

    /// Whether the keyword is that of an instruction.
    var isKnown: Bool { Self.keywords.contains(keyword) }

    /// - Parameters:
    ///   - line: A logical line.
    ///   - escape: The escape character of the Dockerfile.
    init(_ line: ArraySlice<UInt8>, escape: UInt8) {
        self.escape = escape
        let text = line.trimmed
        let word = text.prefix { !$0.isASCIIWhitespace }
        keyword = Self.keyword(word)
        var reader = InstructionWordReader(text[word.endIndex...], escape: escape)
        flags = reader.readOptions()
        arguments = reader.rest.trimmed
    }

    /// Returns the word in upper case, so that it matches the same keywords as its lower case does in Go: `İ` and the
    /// Kelvin sign count as `I` and `K`, but `ſ` does not count as `S`.
    private static func keyword(_ word: ArraySlice<UInt8>) -> String {
        let capitals = String(decoding: word.map(\.uppercasedASCII), as: UTF8.self)
        if word.allSatisfy({ $0 < 0x80 }) { return capitals }
        return String(
            String.UnicodeScalarView(capitals.unicodeScalars.map { $0 == "İ" ? "I" : $0 == "\u{212A}" ? "K" : $0 })
        )
    }

    /// The instruction that `ONBUILD` stores for images based on this one; `nil` for all other keywords.
    package var trigger: InstructionText? { keyword == "ONBUILD" ? inner : nil }

    /// The instruction within `ONBUILD` or `HEALTHCHECK`; `nil` for all other keywords.
    private var inner: InstructionText? {
        keyword == "ONBUILD" || keyword == "HEALTHCHECK" ? InstructionText(arguments, escape: escape) : nil
    }

    /// The texts of all JSON lists, including those within `ONBUILD` and after `HEALTHCHECK CMD`.
    package var listTexts: [String] {
        // The deepest nesting is the command of a health check within a trigger.
        guard let inner else { return list ?? [] }
        return [self, inner, inner.inner].flatMap { $0?.list ?? [] }
    }

    /// The arguments as a JSON list of texts; `nil` when they are not such a list.
    package var list: [String]? {
        // Many texts begin like a list, and an error about each takes far longer than its end.
        guard arguments.first == UInt8(ascii: "["), arguments.last == UInt8(ascii: "]"),
            let elements = (try? JSONValue(parsing: Array(arguments)))?.array
        else { return nil }
        let texts = elements.compactMap(\.string)
        return texts.count == elements.count ? texts : nil
    }
}
