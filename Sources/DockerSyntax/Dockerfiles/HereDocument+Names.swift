internal import AzureMLSupport

extension HereDocument {
    private static let keywords: Set = ["RUN", "COPY", "ADD"]

    /// A word that begins as a here-document does, and whose name BuildKit cannot read.
    struct UnreadableName: Error {}

    /// The names that an instruction gives, in its order; none in a line with an open quote or brace, which BuildKit
    /// leaves to the shell.
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

    /// BuildKit looks for words only then; some of them have a mark that the line does not have.
    private static func hasMark(_ line: [UInt8]) -> Bool {
        zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: "<") && $1 == $0 }
    }

    /// A word such as `<<EOF`, `<<-"EOF"` or `3<< EOF`.
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
        return Name(text: texts[0], ignoresTabs: ignoresTabs)
    }
}
