/// The spelling of a reference to an environment variable, by the program that replaces it.
@usableFromInline package enum ReferenceGrammar: Sendable {
    /// `${NAME}` in any letters.
    case braced
    /// pip: `${NAME}` with capital letters, digits and `_` only.
    case pip
    /// conda: `${NAME}` in any letters, and `$NAME` in capital letters, digits and `_`. Conda also replaces `$name`, but
    /// leaves it as it is when there is no such variable, and then it is a password.
    case conda
    /// Builders: `$NAME` and `${NAME}` in any letters, and `${NAME:?message}`. Where quotes or an escape keep a `$` as it
    /// is, which ``literal(_:)`` shows, another program may replace the reference: as conda.
    case builder
    /// Shells: as builders, and the output of commands.
    case shell

    private static let literalDollar: UInt8 = 0x7F
    private static let literalBacktick: UInt8 = 0x1F

    /// The byte for a character that quotes or an escape keep as it is, in a text without its quotes and escapes:
    /// another one for `$` and for the backtick, so that they begin neither a reference nor a command. No text that
    /// people write has these bytes.
    package static func literal(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "$"): literalDollar
        case UInt8(ascii: "`"): literalBacktick
        default: byte
        }
    }

    /// The character for which ``literal(_:)`` returns a byte.
    package static func character(ofLiteral byte: UInt8) -> UInt8 {
        switch byte {
        case literalDollar: UInt8(ascii: "$")
        case literalBacktick: UInt8(ascii: "`")
        default: byte
        }
    }

    /// Whether the program replaces references as shells do.
    var isShellLike: Bool { self == .shell || self == .builder }

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
        let text = isShellLike ? text.drop { $0 == UInt8(ascii: "\\") } : text
        let isLiteral = isShellLike && text.first == Self.literalDollar
        guard isLiteral || text.first == UInt8(ascii: "$") else { return false }
        var name = text.dropFirst()
        let hasBraces = name.first == UInt8(ascii: "{") && name.last == UInt8(ascii: "}")
        if hasBraces { name = name.dropFirst().dropLast() }
        if hasBraces, isShellLike, let message = name.firstRange(of: ":?".utf8), !name.contains(UInt8(ascii: "}")) {
            name = name[..<message.lowerBound]
        }
        guard hasBraces || self == .conda || isShellLike, !name.isEmpty else { return false }
        let takesLowercase = self != .pip && (hasBraces || isShellLike && !isLiteral)
        return name.allSatisfy { byte in
            byte == UInt8(ascii: "_") || byte.isASCIIDigit || byte.isASCIIUppercase
                || takesLowercase && byte.isASCIILowercase
        }
    }
}
