internal import AzureMLSupport

/// The lines after an instruction such as `RUN <<NAME`, up to a closing line that consists of the name alone.
package struct HereDocument: Sendable, Hashable {
    /// The name in the instruction: `<<NAME` or `<<-NAME`.
    struct Name: Sendable, Hashable {
        let text: String
        /// Whether tabs before the name in the closing line are ignored, as after `<<-`.
        let ignoresTabs: Bool
        /// Whether a part of the name is in quotes, so that references in the document stay as they are.
        let isQuoted: Bool
    }

    let name: Name
    /// The byte range of its lines in the text, without the closing line.
    package let content: Range<Int>
}

extension DockerfileLine {
    /// Whether a shell runs the here-documents, as after `RUN <<NAME`. Those of other instructions, and of commands such
    /// as `cat <<NAME`, are files, in which quotes have other meanings.
    fileprivate var hasScripts: Bool {
        let instruction = instruction.trigger ?? instruction
        return instruction.keyword == "RUN" && instruction.arguments.starts(with: "<<".utf8)
    }

    /// Whether here-documents of the line become a file in which programs read addresses, and which is not a script. Where
    /// the name of such a document is quoted, nothing replaces the references in it.
    fileprivate var writesSettings: Bool {
        guard !documents.isEmpty, !hasScripts else { return false }
        let words = bytes.split(whereSeparator: \.isASCIIWhitespace)
        let isCopied = (instruction.trigger ?? instruction).keyword != "RUN"
        let files = isCopied ? words.suffix(1) : Self.writtenFiles(words)
        return files.contains { Self.settingsFiles.contains(where: $0.ends) }
    }

    /// The words after `>` and `tee`.
    private static func writtenFiles(_ words: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
        zip(words, words.dropFirst()).filter { previous, _ in
            previous.last == UInt8(ascii: ">") || previous.elementsEqual("tee".utf8)
                || previous.elementsEqual("-a".utf8)
        }.map(\.1) + words.filter { $0.first == UInt8(ascii: ">") }
    }

    private static let settingsFiles = [
        "pip.conf", ".ini", ".netrc", ".pypirc", ".condarc", ".mambarc", ".npmrc", ".git-credentials", ".yml", ".yaml",
        ".toml", ".txt", ".cfg",
    ]
}

extension DockerfileLines {
    /// The text with the bytes of ``ReferenceGrammar/literal(_:)`` in the here-documents that are files in which nothing
    /// replaces references.
    package var searchedBytes: [UInt8] {
        var searched = bytes
        for line in lines {
            let isSettingsFile = line.writesSettings
            for document in line.documents where isSettingsFile && document.name.isQuoted {
                for index in document.content { searched[index] = ReferenceGrammar.literal(searched[index]) }
            }
        }
        return searched
    }

    /// The commands that a line has without quotes and escapes, with the shell commands in its here-documents. They have
    /// the bytes of ``ReferenceGrammar/literal(_:)`` for the characters that a shell keeps as they are.
    package func unquotedCommands(of line: DockerfileLine) -> [[[UInt8]]] {
        let scripts = line.hasScripts ? documentLines(of: line) : []
        return line.instruction.unquotedCommands + scripts.flatMap(POSIXWords.unquotedCommands)
    }

    /// The lines of the here-documents of a line, joined as shells join them, as in ``searchedBytes``.
    package func documentLines(of line: DockerfileLine) -> [[UInt8]] {
        let isSettingsFile = line.writesSettings
        return line.documents.flatMap { document in
            let keepsReferences = isSettingsFile && document.name.isQuoted
            let content = bytes[document.content].map { keepsReferences ? ReferenceGrammar.literal($0) : $0 }
            return Self.shellLines(of: String(decoding: content, as: UTF8.self)).map(\.bytes)
        }
    }

    /// The lines of a whole text, joined as shells join those of a here-document: a line that ends with a backslash,
    /// or with PowerShell's backtick, continues on the next one.
    ///
    /// Builders differ on where a here-document begins and ends, so this covers the whole text.
    package static func shellLines(of text: String) -> [(number: Int, bytes: [UInt8])] {
        var lines: [(number: Int, bytes: [UInt8])] = []
        var isContinued = false
        for (index, line) in Array(text.utf8).split(separator: .newline, omittingEmptySubsequences: false).enumerated()
        {
            // `<<-` removes the tabs before the shell joins the lines.
            var part = isContinued ? line.drop { $0 == .tab } : line
            if part.last == .carriageReturn { part.removeLast() }
            let continues = part.last == UInt8(ascii: "\\") || part.last == UInt8(ascii: "`")
            if continues { part.removeLast() }
            if isContinued {
                lines[lines.count - 1].bytes += part
            } else {
                lines.append((index + 1, Array(part)))
            }
            isContinued = continues
        }
        return lines
    }
}
