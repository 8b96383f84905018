internal import AzureMLSupport

extension HereDocument {
    private static let keywords: Set = ["RUN", "COPY", "ADD"]

    /// A word that begins like a here-document, but whose name BuildKit cannot read.
    struct UnreadableName: Error {}

    /// Returns the names of an instruction's here-documents in order. A line with an open quote or brace has no names,
    /// because BuildKit leaves it to the shell.
    static func names(in line: [UInt8], of instruction: InstructionText) throws(UnreadableName) -> [Name] {
        guard hasMark(line) else { return [] }
        let builder = instruction.trigger ?? instruction
        guard keywords.contains(builder.keyword), builder.list == nil else { return [] }
        let words = ShellWords.split(String(decoding: line, as: UTF8.self), keepsQuotes: true, keepsEscapes: true)
        var names: [Name] = []
        for word in words ?? [] {
            if let name = try name(in: word) { names.append(name) }
        }
        return names
    }

    /// Whether the line contains `<<`. Otherwise BuildKit does not look for here-documents, although some of the split
    /// words can contain a `<<` that the line does not.
    private static func hasMark(_ line: [UInt8]) -> Bool {
        zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: "<") && $1 == $0 }
    }

    /// Reads the name in a word such as `<<EOF`, `<<-"EOF"` or `3<< EOF`; returns `nil` for other words.
    private static func name(in word: String) throws(UnreadableName) -> Name? {
        let mark = word.utf8.drop(while: \.isASCIIDigit)
        guard mark.starts(with: "<<".utf8) else { return nil }
        let ignoresTabs = mark.dropFirst(2).first == UInt8(ascii: "-")
        let bytes = mark.dropFirst(ignoresTabs ? 3 : 2).drop(while: \.isGoWhitespace)
        guard !bytes.contains(UInt8(ascii: "<")) else { return nil }
        let written = String(Substring(bytes))
        guard let texts = ShellWords.split(written, keepsQuotes: false, keepsEscapes: false),
            let quotedTexts = ShellWords.split(written, keepsQuotes: true, keepsEscapes: false)
        else { throw UnreadableName() }
        guard texts.count == 1 else { return nil }
        guard quotedTexts.count == 1 else { throw UnreadableName() }
        return Name(text: texts[0], ignoresTabs: ignoresTabs, isQuoted: texts != quotedTexts || written.contains("\\"))
    }
}
