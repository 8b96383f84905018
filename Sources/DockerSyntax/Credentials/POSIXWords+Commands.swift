internal import AzureMLSupport

extension POSIXWords {
    /// Commands in commands in commands, as in `su -c "sh -c '…'"`.
    private static let maximumDepth = 3

    /// Returns the words, and the words of the commands that are words themselves, as in `sh -c '…'`, `bash -ce '…'`,
    /// `eval '…'` and `"$(…)"`.
    ///
    /// After an option for a command, every quoted word counts as one, because other options can be between them; after
    /// a substitution too, because quotes in it can split it. Elsewhere, words are not split again: the quotes of JSON,
    /// for example, are not those of a shell.
    ///
    /// - Parameter words: The words, with ``ReferenceGrammar/literalDollar`` for each `$` that is quoted or escaped.
    /// - Returns: The words of all commands, with that byte for each `$` that the last shell keeps as it is.
    static func withCommands(_ words: [[UInt8]]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var level = words
        for _ in 0...maximumDepth {
            let start = level.firstIndex(where: announcesCommand) ?? level.endIndex
            let commands = level[start...].map(withReferencesOfCommand)
            found += level[..<start] + commands
            level = commands.filter { $0.contains(where: isQuote) }
                .flatMap { split($0, literalDollar: ReferenceGrammar.literalDollar) }
        }
        return found
    }

    /// The words of a line that a shell reads and those of the commands in it; an empty array when nothing in the line is
    /// quoted, because its words are then parts of the line as it is.
    static func withCommands(inLine line: [UInt8]) -> [[UInt8]] {
        guard line.contains(where: isQuote) else { return [] }
        return withCommands(split(line, literalDollar: ReferenceGrammar.literalDollar))
    }

    /// A single word cannot be a command with an address, so the shell of the command does not replace its references.
    private static func withReferencesOfCommand(_ word: [UInt8]) -> [UInt8] {
        guard word.contains(where: \.isASCIIWhitespace) else { return word }
        return word.map { $0 == ReferenceGrammar.literalDollar ? UInt8(ascii: "$") : $0 }
    }

    /// Whether the word is `eval`, `--command`, or `-c`, also with other options, as in `-lc`, or begins a substitution.
    private static func announcesCommand(_ word: [UInt8]) -> Bool {
        if word.elementsEqual("eval".utf8) || word.starts(with: "--command".utf8) || hasSubstitution(word) {
            return true
        }
        let options = word.dropFirst()
        return word.first == UInt8(ascii: "-") && options.contains(UInt8(ascii: "c"))
            && options.allSatisfy(\.isASCIILetter)
    }

    private static func hasSubstitution(_ word: [UInt8]) -> Bool {
        word.contains(UInt8(ascii: "`"))
            || word.indices.contains { word[$0] == UInt8(ascii: "(") && $0 > 0 && word[$0 - 1] == UInt8(ascii: "$") }
    }
}
