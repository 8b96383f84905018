/// Substitutions of shells and builders.
extension ReferenceGrammar {
    /// A default can be a substitution again, as deep as the text is long, and each one is read to its end.
    private static let maximumDefaults = 8

    /// Whether the text is one substitution without a literal in it: `${NAME%.*}`, `${NAME:-${OTHER}}` and, in a shell,
    /// `$(command)`, but neither `${NAME:-hunter2}` nor `${NAME/a/hunter2}`.
    func isSubstitution(_ text: ArraySlice<UInt8>) -> Bool {
        if isCommand(text) { return true }
        var text = text
        for _ in 0..<Self.maximumDefaults {
            guard let operand = Self.contentOfSubstitution(text).flatMap(Self.operand) else { return false }
            if operand.isEmpty || isReference(operand) || isCommand(operand) { return true }
            text = operand
        }
        return false
    }

    /// Whether the text is `$(command)` or `` `command` ``, or the first word of one, because whitespace ends a word.
    private func isCommand(_ text: ArraySlice<UInt8>) -> Bool {
        guard self == .shell else { return false }
        let end: UInt8
        if text.starts(with: "$(".utf8) {
            end = UInt8(ascii: ")")
        } else if text.first == UInt8(ascii: "`") {
            end = UInt8(ascii: "`")
        } else {
            return false
        }
        return text.dropFirst(2).firstIndex(of: end).map { $0 + 1 == text.endIndex } ?? true
    }

    /// The text between `${` and the `}` that closes it at the end of the text; `nil` for any other text.
    private static func contentOfSubstitution(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard text.starts(with: "${".utf8), text.last == UInt8(ascii: "}") else { return nil }
        let content = text.dropFirst(2).dropLast()
        var depth = 0
        for byte in content {
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth < 0 { return nil }
        }
        return depth == 0 ? content : nil
    }

    /// The text that an operation puts in the place of a variable's value: that of `${NAME:-text}` and
    /// `${NAME/pattern/text}`. It is empty for an operation that only shortens the value or reports an error; `nil` when
    /// the content is not an operation.
    private static func operand(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let rest = content.drop(while: \.isWordCharacter)
        guard rest.startIndex > content.startIndex, let first = rest.first else { return nil }
        let second = rest.dropFirst().first
        let hasColon = first == UInt8(ascii: ":") && second.map { $0.isOne(of: "-", "+", "=", "?") } ?? false
        switch hasColon ? second : first {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): return rest.dropFirst(hasColon ? 2 : 1)
        case UInt8(ascii: "/"):
            // The pattern, which another slash can precede. A short text replaces characters, as `%2B` does `+`.
            let text = rest.dropFirst(second == first ? 2 : 1).drop { $0 != first }.dropFirst()
            return text.count <= 3 ? [] : text
        case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: ":"): return []
        default: return nil
        }
    }
}
