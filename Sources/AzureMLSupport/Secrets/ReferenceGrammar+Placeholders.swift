extension ReferenceGrammar {
    /// Whether the text is a reference to a variable, a placeholder or masked, and so does not contain a secret itself.
    package func withholds(_ text: ArraySlice<UInt8>) -> Bool {
        isReference(text) || Self.isPlaceholder(text) || Self.isMasked(text)
            || isShellLike && isSubstitution(text)
    }

    private static func isMasked(_ text: ArraySlice<UInt8>) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isOne(of: "*", ":", "/") }
    }

    /// Whether the text is a placeholder of documentation or of a template.
    private static func isPlaceholder(_ text: ArraySlice<UInt8>) -> Bool {
        isDocumentationPlaceholder(text) || isTemplatePlaceholder(text)
    }

    /// Whether the text is `%s`, `{}`, `{0}`, `{name}` or `{{name}}`, as in `printf` and in Python. A name has no digits,
    /// unlike most passwords.
    private static func isTemplatePlaceholder(_ text: ArraySlice<UInt8>) -> Bool {
        if text.elementsEqual("%s".utf8) { return true }
        guard text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}") else { return false }
        if text.count == 3, text[text.startIndex + 1].isASCIIDigit { return true }
        return text.allSatisfy { $0.isASCIILetter || $0.isOne(of: "{", "}", "_", ".", "[", "]", "'", "\"") }
    }

    /// Whether the text is `<WORD>` in capital letters, digits, `_` and `-`, or words such as `<your-token>`.
    private static func isDocumentationPlaceholder(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">"),
            text.dropFirst().first?.isASCIILetter == true
        else { return false }
        let words = text.dropFirst().dropLast().split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            .flatMap { $0.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false) }
        return words.allSatisfy { word in
            let isInCapitals = !word.isEmpty && word.allSatisfy { $0.isASCIIUppercase || $0.isASCIIDigit }
            return isInCapitals || placeholderWords.contains(String(decoding: word, as: UTF8.self))
        }
    }

    private static let placeholderWords: Set = [
        "your", "my", "user", "username", "name", "password", "token", "pat", "personal", "access", "api", "key",
        "secret",
    ]
}
