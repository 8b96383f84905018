/// The spelling of a reference to an environment variable, by the program that replaces it.
@usableFromInline package enum ReferenceGrammar: Sendable {
    /// `${NAME}` in any letters.
    case braced
    /// pip: `${NAME}` with capital letters, digits and `_` only.
    case pip
    /// conda: `${NAME}` in any letters, and `$NAME` in capital letters, digits and `_`. Conda also replaces `$name`, but
    /// leaves it as it is when there is no such variable, and then it is a password.
    case conda
    /// Shells and builders: `$NAME` and `${NAME}` in any letters, and `${NAME:?message}`. Where quotes or an escape keep
    /// a `$` as it is, which ``literalDollar`` represents, another program may replace the reference: as conda.
    case shell

    /// The byte for a `$` that quotes or an escape keep as it is, in a text without its quotes and escapes. No text that
    /// people write has this byte.
    package static let literalDollar: UInt8 = 0x7F

    /// Returns the first text that looks like a reference, `$NAME` or `${…}`, but is not one that the program replaces.
    package func firstUnreplaced(in text: [UInt8]) -> Range<Int>? {
        var position = 0
        while let start = text[position...].firstIndex(of: UInt8(ascii: "$")) {
            position = start + 1
            var end = position
            if end < text.count, text[end] == UInt8(ascii: "{") {
                guard let brace = text[end...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
                end = brace + 1
            } else {
                while end < text.count, text[end] == UInt8(ascii: "_") || text[end].isASCIIAlphanumeric { end += 1 }
            }
            guard end > position else { continue }
            position = end
            if !isReference(text[start..<end]) { return start..<end }
        }
        return nil
    }

    /// Whether the text is one reference and nothing else.
    package func isReference(_ text: ArraySlice<UInt8>) -> Bool {
        // The same text without its escapes shows whether another program replaces the reference.
        let text = self == .shell ? text.drop { $0 == UInt8(ascii: "\\") } : text
        let isLiteral = self == .shell && text.first == Self.literalDollar
        guard isLiteral || text.first == UInt8(ascii: "$") else { return false }
        var name = text.dropFirst()
        let hasBraces = name.first == UInt8(ascii: "{") && name.last == UInt8(ascii: "}")
        if hasBraces { name = name.dropFirst().dropLast() }
        if hasBraces, self == .shell, let message = name.firstRange(of: ":?".utf8), !name.contains(UInt8(ascii: "}")) {
            name = name[..<message.lowerBound]
        }
        guard hasBraces || self == .conda || self == .shell, !name.isEmpty else { return false }
        let takesLowercase = self != .pip && (hasBraces || self == .shell && !isLiteral)
        return name.allSatisfy { byte in
            byte == UInt8(ascii: "_") || byte.isASCIIDigit || byte.isASCIIUppercase
                || takesLowercase && byte.isASCIILowercase
        }
    }
}
