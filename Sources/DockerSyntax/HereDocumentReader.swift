internal import AzureMLSupport

/// Finds the here-documents that a logical line names.
enum HereDocumentReader {
    private static let keywords: Set = ["RUN", "COPY", "ADD"]

    /// The names in the order of the line; those that follow a name that is empty are not read.
    static func documents(of line: [UInt8]) -> (names: [HereDocument.Name], flaw: DockerfileLines.Flaw?) {
        guard line.contains(UInt8(ascii: "<")) else { return ([], nil) }
        var instruction = DockerfileInstructionText(line.trimmed)
        if instruction.keyword == "ONBUILD" { instruction = DockerfileInstructionText(instruction.arguments) }
        guard keywords.contains(instruction.keyword), instruction.list == nil else { return ([], nil) }
        var names: [HereDocument.Name] = []
        for word in shellWords(instruction.arguments) {
            guard let name = name(in: word) else { continue }
            if name.text.isEmpty { return (names, .documentWithoutName) }
            names.append(name)
        }
        return (names, nil)
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
    private static func name(in word: [UInt8]) -> HereDocument.Name? {
        let mark = word.drop(while: \.isASCIIDigit)
        guard mark.starts(with: "<<".utf8) else { return nil }
        var name = mark.dropFirst(2)
        let ignoresTabs = name.first == UInt8(ascii: "-")
        if ignoresTabs { name.removeFirst() }
        guard !name.isEmpty, !name.contains(UInt8(ascii: "<")) else { return nil }
        let unquoted = name.filter { !"'\"\\".utf8.contains($0) }
        return HereDocument.Name(text: String(decoding: unquoted, as: UTF8.self), ignoresTabs: ignoresTabs)
    }
}
