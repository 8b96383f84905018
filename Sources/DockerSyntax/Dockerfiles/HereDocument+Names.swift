internal import AzureMLSupport

extension HereDocument {
    private static let keywords: Set = ["RUN", "COPY", "ADD"]

    /// The names that an instruction gives, in its order; none in a line that is malformed, which BuildKit leaves to the
    /// shell.
    ///
    /// - Throws: When the names cannot be looked for, since substitutions are nested too deep.
    static func names(in line: [UInt8], of instruction: InstructionText) throws(ShellWords.TooDeep) -> [Name] {
        guard line.contains(UInt8(ascii: "<")) else { return [] }
        let builder = instruction.trigger ?? instruction
        guard keywords.contains(builder.keyword), builder.list == nil else { return [] }
        let words = try ShellWords.split(String(decoding: line, as: UTF8.self), keepsQuotes: true, keepsEscapes: true)
        var names: [Name] = []
        for word in words ?? [] {
            if let name = try name(in: word) { names.append(name) }
        }
        return names
    }

    /// A word such as `<<EOF`, `<<-"EOF"` or `3<< EOF`.
    private static func name(in word: String) throws(ShellWords.TooDeep) -> Name? {
        let mark = word.utf8.drop(while: \.isASCIIDigit)
        guard mark.starts(with: "<<".utf8) else { return nil }
        let ignoresTabs = mark.dropFirst(2).first == UInt8(ascii: "-")
        let written = mark.dropFirst(ignoresTabs ? 3 : 2).drop(while: \.isGoWhitespace)
        guard !written.contains(UInt8(ascii: "<")) else { return nil }
        let words = try ShellWords.split(String(Substring(written)), keepsQuotes: false, keepsEscapes: false)
        guard let words, words.count == 1 else { return nil }
        return Name(text: words[0], ignoresTabs: ignoresTabs)
    }
}
