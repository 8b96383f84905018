package import AzureMLSupport

extension InstructionText {
    /// The words of the arguments, without quotes and escape characters.
    package var words: [String] {
        var reader = InstructionWordReader(arguments, escape: escape)
        return reader.readWords()
    }

    /// The words with the bytes of ``ReferenceGrammar/literal(_:)`` for the characters that the builder or a shell keeps
    /// as they are.
    var searchedWords: [String] {
        var reader = InstructionWordReader(arguments, escape: escape, marksLiterals: true)
        return reader.readWords()
    }

    /// The references that are replaced in the instruction: by a shell, or else by the builder.
    package var references: ReferenceGrammar {
        ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"].contains((trigger ?? self).keyword) ? .shell : .builder
    }

    /// The commands that the instruction has without its quotes and escapes: those of its lists or else, if some of its
    /// words are quoted, of its words, and the commands in them. They have the bytes of ``ReferenceGrammar/literal(_:)``
    /// for the characters that a shell keeps as they are.
    var unquotedCommands: [[[UInt8]]] {
        // Without a shell, nothing replaces the references in the list of a command.
        let keepsReferences = !(trigger ?? self).copiesFiles
        let listTexts = listTexts.map { $0.utf8.map { keepsReferences ? ReferenceGrammar.literal($0) : $0 } }
        return POSIXWords.withInnerCommands(listTexts.isEmpty ? quotedCommands : [listTexts])
    }

    private var quotedCommands: [[[UInt8]]] {
        guard arguments.contains(where: { $0.isOne(of: "\"", "'") || $0 == escape }) else { return [] }
        // A shell and the builder read escapes in single quotes differently.
        if references == .shell { return POSIXWords.commands(arguments, escape: escape) }
        return searchedWords.map { Array($0.utf8) }.split(whereSeparator: POSIXWords.endsCommand).map(Array.init)
    }

    /// Whether it is `ENV` or `ARG`.
    var setsVariables: Bool { keyword == "ENV" || keyword == "ARG" }

    /// The variables that `ENV` and `ARG` set, with their values; empty for all other keywords.
    package var assignments: [(name: String, value: String)] { setsVariables ? assignments(words) : [] }

    /// The ``assignments`` with the bytes of ``ReferenceGrammar/literal(_:)`` for the characters that the builder keeps as
    /// they are.
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
