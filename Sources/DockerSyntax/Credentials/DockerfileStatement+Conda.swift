internal import AzureMLSupport

/// Texts in which conda reads the `/t/<token>/` of an address, whatever the length of the token.
extension DockerfileStatement {
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
        let arguments = Array((line.instruction.trigger ?? line.instruction).arguments)
        let commands = unquotedCommands + ([arguments] + documentLines).flatMap { POSIXWords.commands($0) }
        let condaCommands = commands.map(CondaCommand.init)
        var texts = condaCommands.flatMap(\.texts) + condaCommands.flatMap(\.channelsInWords) + channelVariables(line)
        texts +=
            condaCommands.contains(where: \.writesInput) ? commands.flatMap(\.self) : unquotedTexts.filter(isSetting)
        let isFile = isSetting(line.bytes) || documentLines.contains(where: isSetting)
        if isFile { texts += documentLines.map(withoutComment) }
        return texts
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
        return instruction.searchedAssignments.filter { CondaCommand.isChannelVariable($0.name) }.map {
            Array($0.value.utf8)
        }
    }

    private static func withoutComment(_ line: [UInt8]) -> [UInt8] {
        let comment = line.indices.first { index in
            line[index] == UInt8(ascii: "#") && (index == 0 || line[index - 1].isASCIIWhitespace)
        }
        return Array(line[..<(comment ?? line.endIndex)])
    }
}
