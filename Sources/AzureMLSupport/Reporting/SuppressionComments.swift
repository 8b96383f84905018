/// The comments in a text that suppress diagnostics: `# azureml: ignore ID` at the end of the line of the finding, or
/// alone on the line above it.
///
/// Several codes are separated by commas or blanks. A finding about the whole text is suppressed by a comment on any
/// line.
package struct SuppressionComments: Sendable {
    private static let marker = Array("azureml: ignore".utf8)

    /// The suppressed codes, keyed by the 1-based line of the finding.
    private var codes: [Int: Set<String>] = [:]

    /// Reads the comments of a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - canFollowText: Whether the text's language has comments at the end of lines.
    ///   - lineBreakLength: The length of the line break at a position, or 0 when there is none.
    package init(
        in text: [UInt8],
        canFollowText: Bool,
        lineBreakLength: ([UInt8], Int) -> Int = SourceLocation.newlineLength
    ) {
        guard text.firstRange(of: Self.marker) != nil else { return }
        var (line, lineStart, position) = (1, 0, 0)
        while position <= text.count {
            let length = position == text.count ? 1 : lineBreakLength(text, position)
            if length > 0 {
                read(text[lineStart..<position], number: line, canFollowText: canFollowText)
                (line, lineStart) = (line + 1, position + length)
            }
            position += max(1, length)
        }
    }

    private mutating func read(_ line: ArraySlice<UInt8>, number: Int, canFollowText: Bool) {
        guard let start = line.lastIndex(of: UInt8(ascii: "#")) else { return }
        let names = Self.names(in: line[(start + 1)...])
        let isAlone = line[..<start].allSatisfy(\.isASCIIWhitespace)
        guard !names.isEmpty, isAlone || canFollowText else { return }
        codes[isAlone ? number + 1 : number, default: []].formUnion(names)
    }

    private static func names(in comment: ArraySlice<UInt8>) -> [String] {
        let words = comment.drop(while: \.isASCIIWhitespace)
        guard words.starts(with: marker) else { return [] }
        let list = words.dropFirst(marker.count)
        guard list.first?.isASCIIWhitespace == true else { return [] }
        return list.split { $0.isASCIIWhitespace || $0 == UInt8(ascii: ",") }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    package var isEmpty: Bool { codes.isEmpty }

    /// Returns the diagnostics of the text, except those that its comments suppress.
    package func removingSuppressed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.filter { !suppresses($0) }
    }

    private func suppresses(_ diagnostic: Diagnostic) -> Bool {
        let name = diagnostic.code.name
        guard let line = diagnostic.location?.line else { return codes.values.contains { $0.contains(name) } }
        return codes[line]?.contains(name) == true
    }
}
