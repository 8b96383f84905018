internal import AzureMLSupport

/// Texts in which conda reads the `/t/<token>/` of an address, whatever the length of the token.
extension DockerfileStatement {
    /// The names of conda's programs, and of the variables with their paths. Others begin with `conda-`.
    private static let programs: Set = ["conda", "mamba", "micromamba", "CONDA_EXE", "MAMBA_EXE"]
    /// The texts that an instruction has which writes conda's settings or a conda file.
    private static let settings = ["condarc", "mambarc", "channel", "dependencies"]

    /// Returns the texts of an instruction that conda reads: the arguments of its commands, the lines of conda's files and
    /// settings, and the values of variables for channels.
    ///
    /// - Parameters:
    ///   - line: The instruction.
    ///   - unquotedTexts: Its texts without quotes and escapes.
    ///   - documentLines: The lines of its here-documents.
    /// - Returns: The texts; one can be part of another.
    static func condaTexts(
        of line: DockerfileLine,
        _ unquotedTexts: [[UInt8]],
        documentLines: [[UInt8]]
    ) -> [[UInt8]] {
        guard
            hasTokenFolder(line.bytes) || unquotedTexts.contains(where: hasTokenFolder)
                || documentLines.contains(where: hasTokenFolder)
        else { return [] }
        // The words of a command are texts of their own when some of them are quoted.
        let words = Array(unquotedTexts.joined(separator: [.space]))
        let commands = [line.bytes, words] + unquotedTexts + documentLines
        let isFile = isSetting(line.bytes) || documentLines.contains(where: isSetting)
        return commands.flatMap(argumentsOfConda) + unquotedTexts.filter(isSetting)
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

    private static func argumentsOfConda(in text: [UInt8]) -> [[UInt8]] {
        text.split(separator: .newline).map { withoutComment(Array($0)) }
            .flatMap { $0.split { $0.isOne(of: ";", "&", "|") } }.flatMap { argumentsOfConda(ofCommand: $0) }
    }

    /// The words after the name of a program, and the variables that are set for one.
    private static func argumentsOfConda(ofCommand command: ArraySlice<UInt8>) -> [[UInt8]] {
        var arguments: [[UInt8]] = []
        var isArgument = false
        for word in command.split(whereSeparator: \.isASCIIWhitespace) {
            if isArgument || isAssignment(word) { arguments.append(Array(word)) }
            // An option and its value can be one word.
            if isArgument, word.starts(with: "-c".utf8) { arguments.append(Array(word.dropFirst(2))) }
            isArgument = isArgument || isProgram(word)
        }
        return arguments
    }

    private static func isAssignment(_ word: ArraySlice<UInt8>) -> Bool {
        guard let mark = word.firstIndex(of: UInt8(ascii: "=")) else { return false }
        return isChannelVariable(String(decoding: word[..<mark], as: UTF8.self))
    }

    private static func isProgram(_ word: ArraySlice<UInt8>) -> Bool {
        let parts = word.split { $0.isOne(of: "/", "\"", "'", "`", "(", ")", "$", "{", "}") }
        let name = String(decoding: parts.last ?? [], as: UTF8.self)
        return programs.contains(name) || name.hasPrefix("conda-")
    }
}
