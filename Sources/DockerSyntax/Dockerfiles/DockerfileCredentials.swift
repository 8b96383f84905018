internal import AzureMLSupport

/// Finds credentials in the lines of a Dockerfile: those that are split across lines, quoted in part or written with
/// escapes, and those in the names of images, for which stricter rules apply.
///
/// The builder that will read the file is not known, so the rules of every builder are tried.
package struct DockerfileCredentials {
    /// The numbers of the lines of each instruction with a credential; the first one is where it begins.
    package private(set) var lines: [Range<Int>] = []
    private let includesTokens: Bool

    /// - Parameters:
    ///   - dockerfile: The text of the Dockerfile.
    ///   - includesTokens: Whether tokens of known forms count as well.
    package init(in dockerfile: String, includesTokens: Bool = false) {
        self.includesTokens = includesTokens
        let text = DockerfileLines(dockerfile)
        var found: [Range<Int>] = []
        for text in [text] + DockerfileRules.others.map({ DockerfileLines(dockerfile, rules: $0) }) {
            found += Self.ranges(text.lines.map(\.number)) { holdsCredential(text.lines[$0]) }
        }
        let shellLines = text.shellLines
        lines = found + Self.ranges(shellLines.map(\.number)) { holdsCredential(shellLines[$0].bytes) }
    }

    /// The lines that begin at these numbers and meet a condition, each up to the next one.
    private static func ranges(_ numbers: [Int], where condition: (Int) -> Bool) -> [Range<Int>] {
        numbers.indices.filter(condition).map { index in
            numbers[index]..<(index + 1 < numbers.count ? numbers[index + 1] : Int.max)
        }
    }

    private func holdsCredential(_ line: DockerfileLine) -> Bool {
        holdsCredential(line.bytes) || line.instruction.unquotedTexts.contains { holdsCredential(Array($0.utf8)) }
            || line.imageNames.contains { URLCredential(inImage: $0) != nil }
    }

    private func holdsCredential(_ text: [UInt8]) -> Bool {
        URLCredential(in: text, as: .value) != nil || includesTokens && TokenForm.isToken(text)
    }
}

extension String {
    /// The text of a Dockerfile with credentials masked. An instruction is masked as a whole when its credential is not
    /// found in the text as it is written.
    package var maskingDockerfileCredentials: String {
        let masked = maskingCredentials
        // Each range covers the instruction's lines; together they are read once.
        let found = DockerfileCredentials(in: masked, includesTokens: true).lines
        var hidden = found.sorted { $0.lowerBound < $1.lowerBound }[...]
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
}
