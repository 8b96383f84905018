internal import AzureMLSupport

/// Texts in which conda reads the `/t/<token>/` of an address, whatever the length of the token.
extension DockerfileStatement {
    /// The names of conda's programs.
    private static let programs: Set = ["conda", "mamba", "micromamba"]
    /// The words that an instruction has which writes conda's settings or a conda file, or changes the channels.
    private static let settings = ["condarc", "channels"]

    /// Returns the texts of an instruction that conda reads: the arguments of its commands, all texts of an instruction
    /// that is about channels, and the values of variables such as `CONDA_CHANNEL_ALIAS`.
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
        let texts = [line.bytes] + unquotedTexts + documentLines
        if texts.contains(where: isAboutChannels) { return texts }
        // The words of a command are texts of their own when some of them are quoted.
        let words = Array(unquotedTexts.joined(separator: [.space]))
        return (texts + [words]).flatMap(argumentsOfConda) + condaVariables(line)
    }

    /// Whether the text contains `/t/`. Every instruction is searched for it, and `firstRange` is slow.
    private static func hasTokenFolder(_ text: [UInt8]) -> Bool {
        let slash = UInt8(ascii: "/")
        return text.indices.dropFirst(2).contains { end in
            text[end] == slash && text[end - 1] == UInt8(ascii: "t") && text[end - 2] == slash
        }
    }

    private static func isAboutChannels(_ text: [UInt8]) -> Bool {
        settings.contains { text.firstRange(of: $0.utf8) != nil }
    }

    private static func condaVariables(_ line: DockerfileLine) -> [[UInt8]] {
        line.instruction.searchedAssignments.filter { $0.name.utf8.starts(with: "CONDA_".utf8) }
            .map { Array($0.value.utf8) }
    }

    private static func argumentsOfConda(in text: [UInt8]) -> [[UInt8]] {
        text.split(separator: .newline).flatMap { argumentsOfConda(inLine: $0) }
    }

    /// The words after the name of a program, up to the end of its command or to a comment.
    private static func argumentsOfConda(inLine line: ArraySlice<UInt8>) -> [[UInt8]] {
        var arguments: [[UInt8]] = []
        var isArgument = false
        for word in line.split(whereSeparator: \.isASCIIWhitespace) {
            if word.first == UInt8(ascii: "#") { break }
            if isArgument { arguments.append(Array(word)) }
            isArgument = (isArgument || isProgram(word)) && !(word.last.map(endsCommand) ?? false)
        }
        return arguments
    }

    private static func endsCommand(_ byte: UInt8) -> Bool { byte.isOne(of: ";", "&", "|") }

    private static func isProgram(_ word: ArraySlice<UInt8>) -> Bool {
        let name = word.split(whereSeparator: { "/\"'`($".utf8.contains($0) }).last ?? []
        return programs.contains(String(decoding: name, as: UTF8.self))
    }
}
