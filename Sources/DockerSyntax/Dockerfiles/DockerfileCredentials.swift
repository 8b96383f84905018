internal import AzureMLSupport

/// Finds credentials in the lines of a Dockerfile: those that are split across lines, quoted in part or written with
/// escapes, and those in the names of images, for which stricter rules apply.
package struct DockerfileCredentials {
    /// The numbers of the lines of each instruction with a credential; the first one is where it begins.
    package let lines: [Range<Int>]

    package init(in dockerfile: String) {
        lines = DockerfileStatement.all(in: dockerfile).filter { $0.holdsCredential() }.map(\.lines)
    }
}

/// An instruction, or a line of the shell commands in a here-document, as a text in which a credential can be.
private struct DockerfileStatement {
    /// The numbers of its lines, up to the next statement.
    let lines: Range<Int>
    /// Its text with its lines joined, as it is and without quotes and escapes.
    private let texts: [[UInt8]]
    private let imageNames: [String]

    /// The builder that will read the file is not known, so these are the statements by the rules of every builder.
    static func all(in dockerfile: String) -> [DockerfileStatement] {
        let own = DockerfileLines(dockerfile)
        let instructions = [own] + DockerfileRules.others.map { DockerfileLines(dockerfile, rules: $0) }
        let shellLines = own.shellLines
        return instructions.flatMap { text in
            zip(ranges(text.lines.map(\.number)), text.lines).map { lines, line in
                let unquoted = line.instruction.unquotedTexts.map { Array($0.utf8) }
                return DockerfileStatement(lines: lines, texts: [line.bytes] + unquoted, imageNames: line.imageNames)
            }
        }
            + zip(ranges(shellLines.map(\.number)), shellLines).map { lines, line in
                DockerfileStatement(lines: lines, texts: [line.bytes], imageNames: [])
            }
    }

    /// The lines that begin at these numbers, each up to the next one.
    private static func ranges(_ numbers: [Int]) -> [Range<Int>] {
        numbers.indices.map { numbers[$0]..<($0 + 1 < numbers.count ? numbers[$0 + 1] : Int.max) }
    }

    /// Whether it holds a credential.
    ///
    /// - Parameter includesTokens: Whether tokens of known forms count as well.
    /// - Returns: Whether one of the texts holds one, or the name of an image.
    func holdsCredential(includingTokens includesTokens: Bool = false) -> Bool {
        texts.contains { URLCredential(in: $0, as: .value) != nil || includesTokens && TokenForm.isToken($0) }
            || imageNames.contains { URLCredential(inImage: $0) != nil }
    }

    /// Whether this statement, after its file was masked as it is written, still shows a part of a credential of the
    /// statement as it was.
    func shows(_ original: DockerfileStatement) -> Bool {
        if holdsCredential(includingTokens: true) { return true }
        guard original.holdsCredential(includingTokens: true) else { return false }
        // The first line of a token can be a token, and then no longer shows that the next line is a part of it.
        return texts != original.texts.map { Array(String(decoding: $0, as: UTF8.self).maskingCredentials.utf8) }
    }
}

extension String {
    /// The text of a Dockerfile with credentials masked. An instruction is masked as a whole when its credential is not
    /// found in the text as it is written.
    package var maskingDockerfileCredentials: String {
        let masked = maskingCredentials
        // Each range covers the instruction's lines; together they are read once.
        var hidden = hiddenLines(masked).sorted { $0.lowerBound < $1.lowerBound }[...]
        guard !hidden.isEmpty else { return masked }
        var number = 1
        var end = 0
        let bytes = masked.utf8.map { byte in
            while let range = hidden.first, range.lowerBound <= number {
                end = max(end, range.upperBound)
                hidden.removeFirst()
            }
            defer { if byte == .newline { number += 1 } }
            return byte > .space && number < end ? UInt8(ascii: "*") : byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func hiddenLines(_ masked: String) -> [Range<Int>] {
        let statements = DockerfileStatement.all(in: masked)
        let originals = DockerfileStatement.all(in: self)
        guard statements.map(\.lines) == originals.map(\.lines) else {
            // A mask that covers the character that continues a line changes the instructions.
            return (statements + originals).filter { $0.holdsCredential(includingTokens: true) }.map(\.lines)
        }
        return zip(statements, originals).filter { $0.shows($1) }.map(\.0.lines)
    }
}
