internal import AzureMLSupport

/// Texts in which conda reads the `/t/<token>/` of an address, whatever the length of the token.
extension DockerfileStatement {
    /// The names of conda's programs, and of the variables with their paths. Others begin with `conda-`.
    private static let programs: Set = [
        "conda", "mamba", "micromamba", "conda.exe", "mamba.mamba", "CONDA_EXE", "MAMBA_EXE", "pixi", "rattler-build",
        "anaconda",
    ]
    /// The texts that an instruction has which writes conda's settings or a conda file.
    private static let settings = ["condarc", "mambarc", "channel", "dependencies"]

    /// Returns the texts of an instruction that conda reads: the arguments of its commands, the lines of conda's files and
    /// settings, and the values of variables for channels.
    ///
    /// - Parameters:
    ///   - line: The instruction.
    ///   - unquotedCommands: Its commands without quotes and escapes.
    ///   - documentLines: The lines of its here-documents.
    /// - Returns: The texts; one can be part of another.
    static func condaTexts(
        of line: DockerfileLine,
        _ unquotedCommands: [[[UInt8]]],
        documentLines: [[UInt8]]
    ) -> [[UInt8]] {
        let unquotedTexts = unquotedCommands.flatMap(\.self)
        guard
            hasTokenFolder(line.bytes) || unquotedTexts.contains(where: hasTokenFolder)
                || documentLines.contains(where: hasTokenFolder)
        else { return [] }
        let commands = unquotedCommands + ([line.bytes] + documentLines).flatMap { POSIXWords.commands($0) }
        let isFile = isSetting(line.bytes) || documentLines.contains(where: isSetting)
        return commands.flatMap(textsOfConda) + unquotedTexts.filter(isSetting)
            + (isFile ? documentLines.map(withoutComment) : []) + channelVariables(line)
    }

    /// Whether the text contains `/t/`. Every instruction is searched for it, and `firstRange` is slow.
    private static func hasTokenFolder(_ text: [UInt8]) -> Bool {
        let slash = UInt8(ascii: "/")
        return text.indices.dropFirst(2).contains { end in
            text[end] == slash && text[end - 1] == UInt8(ascii: "t") && text[end - 2] == slash
        }
    }

    private static func isSetting(_ text: [UInt8]) -> Bool {
        settings.contains { text.firstRange(of: $0.utf8) != nil }
    }

    private static func channelVariables(_ line: DockerfileLine) -> [[UInt8]] {
        let instruction = line.instruction.trigger ?? line.instruction
        return instruction.searchedAssignments.filter { isChannelVariable($0.name) }.map { Array($0.value.utf8) }
    }

    private static func isChannelVariable(_ name: some StringProtocol) -> Bool {
        name.hasPrefix("CONDA_") || name.hasPrefix("MAMBA_") || name.contains("CHANNEL")
    }

    private static func withoutComment(_ line: [UInt8]) -> [UInt8] {
        let comment = line.indices.first { index in
            line[index] == UInt8(ascii: "#") && (index == 0 || line[index - 1].isASCIIWhitespace)
        }
        return Array(line[..<(comment ?? line.endIndex)])
    }

    /// The words after the name of one of conda's programs, the variables that are set for one, and all words of a command
    /// that writes conda's settings.
    private static func textsOfConda(in command: [[UInt8]]) -> [[UInt8]] {
        if writesFileForConda(command) { return command }
        var texts: [[UInt8]] = []
        var isArgument = false
        for word in command {
            if isArgument || isAssignment(word) { texts.append(word) }
            // An option and its value can be one word.
            if isArgument, word.starts(with: "-c".utf8) { texts.append(Array(word.dropFirst(2))) }
            isArgument = isArgument || isProgram(word)
        }
        return texts
    }

    private static func writesFileForConda(_ command: [[UInt8]]) -> Bool {
        command.contains { word in
            ["condarc", "mambarc"].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
        }
            || command.contains { $0.elementsEqual("echo".utf8) || $0.elementsEqual("printf".utf8) }
                && command.contains {
                    $0.suffix(4).elementsEqual(".yml".utf8) || $0.suffix(5).elementsEqual(".yaml".utf8)
                }
    }

    private static func isAssignment(_ word: [UInt8]) -> Bool {
        guard let mark = word.firstIndex(of: UInt8(ascii: "=")) else { return false }
        return isChannelVariable(String(decoding: word[..<mark], as: UTF8.self))
    }

    private static func isProgram(_ word: [UInt8]) -> Bool {
        // Also in a substitution: `$(which mamba)`.
        let parts = word.split {
            $0.isASCIIWhitespace || $0.isOne(of: "/", "\"", "'", "`", "(", ")", "$", "{", "}", "!")
        }
        let name = String(decoding: parts.last ?? [], as: UTF8.self)
        return programs.contains(name) || name.hasPrefix("conda-")
    }
}
