internal import AzureMLSupport

extension InstructionText {
    /// The words of the arguments, without quotes and escape characters.
    package var words: [String] { words(literalDollar: UInt8(ascii: "$")) }

    private func words(literalDollar: UInt8) -> [String] {
        var reader = InstructionWordReader(arguments, escape: escape, literalDollar: literalDollar)
        return reader.readWords()
    }

    /// The words with ``ReferenceGrammar/literalDollar`` in them.
    var searchedWords: [String] { words(literalDollar: ReferenceGrammar.literalDollar) }

    /// The texts that the instruction has without its quotes and escapes: those of its lists or else, if some of its
    /// words are quoted, its words; then the words of the commands in them. They have
    /// ``ReferenceGrammar/literalDollar`` for each `$` that a shell keeps as it is.
    var unquotedTexts: [[UInt8]] {
        // Without a shell, nothing replaces the references in the list of a command.
        let literalDollar = copiesFiles ? UInt8(ascii: "$") : ReferenceGrammar.literalDollar
        let listTexts = listTexts.map { text in text.utf8.map { $0 == UInt8(ascii: "$") ? literalDollar : $0 } }
        return POSIXWords.withCommands(listTexts.isEmpty ? quotedWords : listTexts)
    }

    private var quotedWords: [[UInt8]] {
        let hasQuotes = arguments.contains { $0.isOne(of: "\"", "'") || $0 == escape }
        return hasQuotes ? searchedWords.map { Array($0.utf8) } : []
    }

    /// Whether it is `ENV` or `ARG`.
    var setsVariables: Bool { keyword == "ENV" || keyword == "ARG" }

    /// The variables that `ENV` and `ARG` set, with their values; empty for all other keywords.
    package var assignments: [(name: String, value: String)] { setsVariables ? assignments(words) : [] }

    /// The ``assignments`` with ``ReferenceGrammar/literalDollar`` for each `$` that the builder keeps as it is.
    package var searchedAssignments: [(name: String, value: String)] { setsVariables ? assignments(searchedWords) : [] }

    private func assignments(_ words: [String]) -> [(name: String, value: String)] {
        // `ENV NAME value` has one variable, and the rest of the line is its value.
        if keyword == "ENV", let name = words.first, !name.contains("=") {
            return [(name, words.dropFirst().joined(separator: " "))]
        }
        return words.compactMap { word in
            word.utf8.firstIndex(of: UInt8(ascii: "=")).map { mark in
                (String(word[..<mark]), String(word[mark...].dropFirst()))
            }
        }
    }

    private var copiesFiles: Bool { keyword == "COPY" || keyword == "ADD" }

    /// The files that `COPY` and `ADD` take into the image; empty for all other keywords.
    package var copiedFiles: [String] {
        copiesFiles ? Array((list ?? words).dropLast()) : []
    }
}
