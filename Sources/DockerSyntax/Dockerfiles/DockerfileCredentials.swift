internal import AzureMLSupport

/// Finds credentials in the lines of a Dockerfile: those that are split across lines, quoted in part or written with
/// escapes, and those in the names of images, for which stricter rules apply.
package struct DockerfileCredentials {
    /// The numbers of the lines of each instruction with a credential; the first one is where it begins.
    package let lines: [Range<Int>]

    package init(in dockerfile: String) {
        // One reading after the other, because the statements take far more memory than the text.
        lines = DockerfileStatement.Reading.all.flatMap { reading in
            DockerfileStatement.all(in: dockerfile, reading).filter { $0.holdsCredential() }.map(\.lines)
        }
    }
}

/// An instruction, or a line of the shell commands in a here-document, as a text in which a credential can be.
private struct DockerfileStatement {
    /// The numbers of its lines, up to the next statement.
    let lines: Range<Int>
    /// Its text with its lines joined.
    private let text: [UInt8]
    /// The instruction; `nil` for a line of shell commands.
    private let instruction: DockerfileLine?

    /// A way to split a Dockerfile into statements.
    enum Reading {
        case instructions(DockerfileRules)
        case shellLines

        /// The builder that will read the file is not known, so these are the ways of every builder.
        static let all = ([.buildKit] + DockerfileRules.others).map(instructions) + [.shellLines]
    }

    static func all(in dockerfile: String, _ reading: Reading) -> [DockerfileStatement] {
        switch reading {
        case .instructions(let rules):
            let lines = DockerfileLines(dockerfile, rules: rules).lines
            return zip(ranges(lines.map(\.number)), lines).map { range, line in
                DockerfileStatement(lines: range, text: line.bytes, instruction: line)
            }
        case .shellLines:
            let lines = DockerfileLines.shellLines(of: dockerfile)
            return zip(ranges(lines.map(\.number)), lines).map { range, line in
                DockerfileStatement(lines: range, text: line.bytes, instruction: nil)
            }
        }
    }

    /// The lines that begin at these numbers, each up to the next one.
    private static func ranges(_ numbers: [Int]) -> [Range<Int>] {
        numbers.indices.map { numbers[$0]..<($0 + 1 < numbers.count ? numbers[$0 + 1] : Int.max) }
    }

    /// The text as it is, and without quotes and escapes.
    private var texts: [[UInt8]] {
        [text] + (instruction?.instruction.unquotedTexts.map { Array($0.utf8) } ?? [])
    }

    /// Whether it holds a credential.
    ///
    /// - Parameter includesTokens: Whether tokens of known forms count as well.
    /// - Returns: Whether one of the texts holds one, or the name of an image.
    func holdsCredential(includingTokens includesTokens: Bool = false) -> Bool {
        texts.contains { URLCredential(in: $0, as: .line) != nil || includesTokens && TokenForm.isToken($0) }
            || instruction?.imageNames.contains { URLCredential(inImage: $0) != nil } == true
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
        DockerfileStatement.Reading.all.flatMap { reading in
            let statements = DockerfileStatement.all(in: masked, reading)
            let originals = DockerfileStatement.all(in: self, reading)
            guard statements.map(\.lines) == originals.map(\.lines) else {
                // A mask that covers the character that continues a line changes the instructions.
                return (statements + originals).filter { $0.holdsCredential(includingTokens: true) }.map(\.lines)
            }
            return zip(statements, originals).filter { $0.shows($1) }.map(\.0.lines)
        }
    }
}
