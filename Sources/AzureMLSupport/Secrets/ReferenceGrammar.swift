/// The spelling of a reference to an environment variable, by the program that replaces it.
package enum ReferenceGrammar: Sendable {
    /// `${NAME}` in any letters.
    case braced
    /// pip: `${NAME}` with capital letters, digits and `_` only.
    case pip
    /// conda: `$NAME` and `${NAME}` in any letters.
    case conda
    /// Shells and builders: as conda, and `${NAME:?message}`.
    case shell

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
        guard text.first == UInt8(ascii: "$") else { return false }
        var name = text.dropFirst()
        let hasBraces = name.first == UInt8(ascii: "{") && name.last == UInt8(ascii: "}")
        if hasBraces { name = name.dropFirst().dropLast() }
        if hasBraces, self == .shell, let message = name.firstRange(of: ":?".utf8) {
            name = name[..<message.lowerBound]
        }
        guard hasBraces || self == .conda || self == .shell, !name.isEmpty else { return false }
        return name.allSatisfy { byte in
            byte == UInt8(ascii: "_") || byte.isASCIIDigit || byte.isASCIIUppercase
                || self != .pip && byte.isASCIILowercase
        }
    }
}
