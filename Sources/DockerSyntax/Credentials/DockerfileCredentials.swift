internal import AzureMLSupport

/// Finds credentials in the lines of a Dockerfile: those that are split across lines, quoted in part or written with
/// escapes, and those in the names of images, for which stricter rules apply.
package struct DockerfileCredentials {
    /// The numbers of the lines of each different instruction with a credential; the first one is where it begins.
    package let lines: [Range<Int>]

    package init(in dockerfile: String) {
        var known = DockerfileStatement.KnownTexts()
        // One reading after the other, because the statements take far more memory than the text.
        lines = DockerfileStatement.Reading.all.flatMap { reading in
            DockerfileStatement.all(in: dockerfile, reading, except: &known).filter { $0.holdsCredential() }.map(
                \.lines
            )
        }
    }
}

extension String {
    /// The text of a Dockerfile with credentials masked. An instruction is masked as a whole when its credential is not
    /// found in the text as it is written.
    package var maskingDockerfileCredentials: String {
        let masked = maskingCredentialsOfLines
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
