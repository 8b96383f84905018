internal import AzureMLSupport

extension POSIXWords {
    /// Commands in commands in commands, as in `su -c "sh -c '…'"`.
    private static let maximumDepth = 3

    /// Returns the words of the commands that are words themselves, as in `sh -c '…'`, `bash -ce '…'` and `eval '…'`.
    ///
    /// After an option for a command, every quoted word counts as one, because other options can be between them.
    /// Elsewhere, words are not split again: the quotes of JSON, for example, are not those of a shell.
    static func wordsOfCommands(in words: [[UInt8]]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var level = words
        for _ in 0..<maximumDepth {
            level = level.drop { !announcesCommand($0) }.filter { $0.contains(where: isQuote) }.flatMap { split($0) }
            found += level
        }
        return found
    }

    /// Whether the word is `eval`, `--command`, or `-c`, also with other options, as in `-lc`.
    private static func announcesCommand(_ word: [UInt8]) -> Bool {
        if word.elementsEqual("eval".utf8) || word.starts(with: "--command".utf8) { return true }
        let options = word.dropFirst()
        return word.first == UInt8(ascii: "-") && options.contains(UInt8(ascii: "c"))
            && options.allSatisfy(\.isASCIILetter)
    }
}
