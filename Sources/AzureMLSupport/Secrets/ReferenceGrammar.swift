/// The spelling of a reference to an environment variable, by the program that replaces it.
package enum ReferenceGrammar: Sendable {
    /// `${NAME}` in any letters.
    case braced
    /// pip: `${NAME}` with capital letters, digits and `_` only.
    case pip
    /// conda: `$NAME` and `${NAME}` in any letters.
    case conda

    /// Whether the text is one reference and nothing else.
    func isReference(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "$") else { return false }
        var name = text.dropFirst()
        let hasBraces = name.first == UInt8(ascii: "{") && name.last == UInt8(ascii: "}")
        if hasBraces { name = name.dropFirst().dropLast() }
        guard hasBraces || self == .conda, !name.isEmpty else { return false }
        return name.allSatisfy { byte in
            byte == UInt8(ascii: "_") || byte.isASCIIDigit || byte.isASCIIUppercase
                || self != .pip && byte.isASCIILowercase
        }
    }
}
