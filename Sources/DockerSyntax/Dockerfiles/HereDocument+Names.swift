internal import AzureMLSupport

extension HereDocument {
    private static let keywords: Set = ["RUN", "COPY", "ADD"]

    /// The names that an instruction gives, in its order; one that is empty is a fault of the text.
    static func names(in instruction: InstructionText) -> [Name] {
        guard instruction.arguments.contains(UInt8(ascii: "<")) else { return [] }
        let builder = instruction.keyword == "ONBUILD" ? InstructionText(instruction.arguments) : instruction
        guard keywords.contains(builder.keyword), builder.list == nil else { return [] }
        return shellWords(builder.arguments).compactMap(name(in:))
    }

    /// Words as a shell splits them, at all white space of Unicode; quotes and backslashes stay. Empty when a quote is
    /// not closed.
    private static func shellWords(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var quote: Unicode.Scalar?
        var isEscaped = false
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "'" || scalar == "\"" {
                quote = scalar
            } else if scalar.properties.isWhitespace {
                if !word.isEmpty { words.append(word) }
                word = []
                continue
            }
            word += scalar.utf8
        }
        if !word.isEmpty { words.append(word) }
        return quote == nil ? words : []
    }

    /// A word such as `<<EOF`, `<<-"EOF"` or `3<<EOF`.
    private static func name(in word: [UInt8]) -> Name? {
        let mark = word.drop(while: \.isASCIIDigit)
        guard mark.starts(with: "<<".utf8) else { return nil }
        var name = mark.dropFirst(2)
        let ignoresTabs = name.first == UInt8(ascii: "-")
        if ignoresTabs { name.removeFirst() }
        guard !name.isEmpty, !name.contains(UInt8(ascii: "<")) else { return nil }
        let unquoted = name.filter { !"'\"\\".utf8.contains($0) }
        return Name(text: String(decoding: unquoted, as: UTF8.self), ignoresTabs: ignoresTabs)
    }
}
