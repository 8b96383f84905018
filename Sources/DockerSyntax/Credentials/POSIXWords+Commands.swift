internal import AzureMLSupport

extension POSIXWords {
    /// Commands in commands in commands, as in `su -c "sh -c '…'"`.
    private static let maximumDepth = 3

    /// Returns the words of the commands that are words themselves: those after `-c`, as in `sh -c '…'`.
    ///
    /// Other words are not split again: the quotes of JSON, for example, are not those of a shell.
    static func wordsOfCommands(in words: [[UInt8]]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var level = words
        for _ in 0..<maximumDepth {
            level = zip(level, level.dropFirst()).filter { isCommandOption($0.0) }.flatMap { split($0.1) }
            found += level
        }
        return found
    }

    /// Whether the word is `-c`, also with other options, as in `-lc`.
    private static func isCommandOption(_ word: [UInt8]) -> Bool {
        word.first == UInt8(ascii: "-") && word.last == UInt8(ascii: "c")
            && word.dropFirst().allSatisfy(\.isASCIILetter)
    }
}
