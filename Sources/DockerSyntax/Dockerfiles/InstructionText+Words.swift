internal import AzureMLSupport

extension InstructionText {
    /// The words of the arguments, without quotes and escape characters.
    package var words: [String] {
        var reader = InstructionWordReader(arguments, escape: escape)
        return reader.readWords()
    }

    /// The texts that the instruction has without its quotes and escapes: those of its lists or else, if some of its
    /// words are quoted, its words; then the words of the commands in them.
    var unquotedTexts: [[UInt8]] {
        let texts = (listTexts.isEmpty ? quotedWords : listTexts).map { Array($0.utf8) }
        return texts + POSIXWords.wordsOfCommands(in: texts)
    }

    private var quotedWords: [String] {
        arguments.contains { $0.isOne(of: "\"", "'") || $0 == escape } ? words : []
    }

    /// Whether it is `ENV` or `ARG`.
    var setsVariables: Bool { keyword == "ENV" || keyword == "ARG" }

    /// The variables that `ENV` and `ARG` set, with their values; empty for all other keywords.
    package var assignments: [(name: String, value: String)] {
        guard setsVariables else { return [] }
        let words = words
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

    /// The files that `COPY` and `ADD` take into the image; empty for all other keywords.
    package var copiedFiles: [String] {
        keyword == "COPY" || keyword == "ADD" ? Array((list ?? words).dropLast()) : []
    }
}
