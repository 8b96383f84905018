/// Substitutions of shells and builders.
extension ReferenceGrammar {
    /// A default can be a substitution again, as deep as the text is long, and each one is read to its end.
    private static let maximumDefaults = 8

    /// Whether the text is one substitution without a literal in it: `${NAME%.*}`, `${NAME:-${OTHER}}` and `$(command)`,
    /// but not `${NAME:-hunter2}`.
    static func isSubstitution(_ text: ArraySlice<UInt8>) -> Bool {
        if isCommand(text) { return true }
        var text = text
        for _ in 0..<maximumDefaults {
            guard let content = contentOfSubstitution(text), let (mark, operand) = operation(content) else {
                return false
            }
            guard mark.isOne(of: "-", "+", "=") else { return true }
            if operand.isEmpty || ReferenceGrammar.shell.isReference(operand) || isCommand(operand) { return true }
            text = operand
        }
        return false
    }

    /// Whether the text is `$(command)` or `` `command` ``, or the first word of one, because whitespace ends a word.
    private static func isCommand(_ text: ArraySlice<UInt8>) -> Bool {
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

    /// The operator after the name of a variable, without a colon before it, and the text after the operator.
    private static func operation(_ content: ArraySlice<UInt8>) -> (mark: UInt8, text: ArraySlice<UInt8>)? {
        let rest = content.drop(while: \.isWordCharacter)
        guard rest.startIndex > content.startIndex, let first = rest.first,
            first.isOne(of: ":", "-", "+", "=", "?", "#", "%", "/")
        else { return nil }
        let text = rest.dropFirst()
        guard first == UInt8(ascii: ":"), let mark = text.first, mark.isOne(of: "-", "+", "=", "?") else {
            return (first, text)
        }
        return (mark, text.dropFirst())
    }
}
