internal import AzureMLSupport

extension POSIXWords {
    /// Commands in commands in commands, as in `su -c "sh -c '…'"`.
    private static let maximumDepth = 3

    /// Returns commands, and the commands that are words of them, as in `sh -c '…'`, `bash -ce '…'`, `eval '…'` and
    /// `"$(…)"`.
    ///
    /// After an option for a command, every quoted word counts as one, because other options can be between them; after
    /// a substitution too, because quotes in it can split it. Elsewhere, words are not split again: the quotes of JSON,
    /// for example, are not those of a shell.
    ///
    /// - Parameter commands: The words of each command, with the bytes of ``ReferenceGrammar/literal(_:)``.
    /// - Returns: The words of all commands, with the bytes for the characters that the last shell keeps as they are.
    static func withInnerCommands(_ commands: [[[UInt8]]]) -> [[[UInt8]]] {
        var found: [[[UInt8]]] = []
        var level = commands
        for _ in 0...maximumDepth {
            let readers = level.map(InnerCommands.init)
            found += readers.map(\.words)
            level = readers.flatMap(\.texts).flatMap { Self.commands($0) }
        }
        return found
    }

    /// The commands in a line that a shell reads; an empty array when nothing in the line is quoted, because the words are
    /// then parts of the line as it is.
    static func unquotedCommands(inLine line: [UInt8]) -> [[[UInt8]]] {
        line.contains(where: isQuote) ? withInnerCommands(commands(line)) : []
    }

    /// Whether a word separates two commands.
    static func endsCommand(_ word: [UInt8]) -> Bool {
        !word.isEmpty && word.allSatisfy { $0.isOne(of: "&", "|", ";") }
    }
}

/// The words of a command, and those that are texts with commands themselves.
private struct InnerCommands {
    private(set) var words: [[UInt8]] = []
    private(set) var texts: [[UInt8]] = []
    /// Whether a shell reads the quoted words that follow.
    private var isForShell: Bool
    private var isAfterSubstitution = false
    /// Whether the last word that is not an option is Python, whose option `-c` takes other commands.
    private var isAfterPython = false

    init(_ words: [[UInt8]]) {
        isForShell = Self.writesScript(words)
        for word in words { read(word) }
    }

    private mutating func read(_ word: [UInt8]) {
        if Self.hasSubstitution(word) { isAfterSubstitution = true }
        let command = Self.commandInOption(word)
        if command != nil, !isAfterPython { isForShell = true }
        let text = isForShell ? Self.withReferences(word) : word
        words.append(text)
        let isText = text.contains { POSIXWords.isQuote($0) || $0.isASCIIWhitespace }
        if isForShell || isAfterSubstitution, isText { texts.append(Array(text.suffix(command?.count ?? text.count))) }
        if Self.announcesCommand(word), !isAfterPython { isForShell = true }
        if word.first != UInt8(ascii: "-") { isAfterPython = Self.isPython(word) }
    }

    private static func isPython(_ word: [UInt8]) -> Bool {
        word.split(separator: UInt8(ascii: "/")).last?.starts(with: "python".utf8) ?? false
    }

    /// Whether the command writes its words to a shell script.
    private static func writesScript(_ words: [[UInt8]]) -> Bool {
        zip(words, [[]] + words).contains { word, previous in
            word.ends(with: ".sh")
                && (word.first == UInt8(ascii: ">") || previous.last == UInt8(ascii: ">"))
        }
    }

    /// The command in an option with its value, as in `--command='…'` and `-c'…'`.
    private static func commandInOption(_ word: [UInt8]) -> ArraySlice<UInt8>? {
        guard word.first == UInt8(ascii: "-"), word.contains(where: \.isASCIIWhitespace) else { return nil }
        return ["--command=", "-c"].first { word.starts(with: $0.utf8) }.map { word.dropFirst($0.utf8.count) }
    }

    /// A single word cannot be a command with an address, so the shell of the command does not replace its references.
    private static func withReferences(_ word: [UInt8]) -> [UInt8] {
        guard word.contains(where: \.isASCIIWhitespace) else { return word }
        return word.map(ReferenceGrammar.character(ofLiteral:))
    }

    /// Whether the word is `eval`, `--command`, or `-c`, also with other options, as in `-lc`.
    private static func announcesCommand(_ word: [UInt8]) -> Bool {
        if word.elementsEqual("eval".utf8) || word.elementsEqual("--command".utf8) { return true }
        let options = word.dropFirst()
        return word.first == UInt8(ascii: "-") && options.contains(UInt8(ascii: "c"))
            && options.allSatisfy(\.isASCIILetter)
    }

    private static func hasSubstitution(_ word: [UInt8]) -> Bool {
        word.contains(UInt8(ascii: "`"))
            || word.indices.contains { word[$0] == UInt8(ascii: "(") && $0 > 0 && word[$0 - 1] == UInt8(ascii: "$") }
    }
}
