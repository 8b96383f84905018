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
    ///   - isComment: Whether a `#` at this position starts a comment, and is not part of a value.
    ///   - lineBreakLength: The length of the line break at a position, or 0 when there is none.
    package init(
        in text: [UInt8],
        canFollowText: Bool,
        isComment: ([Int]) -> [Bool] = { $0.map { _ in true } },
        lineBreakLength: @escaping ([UInt8], Int) -> Int = SourceLocation.newlineLength
    ) {
        let comments = Self.comments(in: text)
        guard !comments.isEmpty else { return }
        let positions = comments.map(\.position)
        let places = SourceLocation.locations(
            file: nil,
            bytes: text,
            offsets: positions,
            lineBreakLength: lineBreakLength
        )
        var lastLine = 0
        for ((comment, place), isComment) in zip(zip(comments, places), isComment(positions)) where isComment {
            guard let line = place.line, let column = place.column else { continue }
            // Only the first of a line can be alone, so that no blanks are looked at twice.
            let isAlone =
                line != lastLine
                && text[(comment.position - column + 1)..<comment.position].allSatisfy(\.isASCIIWhitespace)
            lastLine = line
            if isAlone || canFollowText { codes[isAlone ? line + 1 : line, default: []].formUnion(comment.codes) }
        }
    }

    /// Every `#` that the marker and codes follow. Most texts have none, and are read only once.
    private static func comments(in text: [UInt8]) -> [(position: Int, codes: [String])] {
        var comments: [(position: Int, codes: [String])] = []
        var start = 0
        while let position = text[start...].firstIndex(of: UInt8(ascii: "#")) {
            start = position + 1
            let codes = codes(in: text[start...])
            if !codes.isEmpty { comments.append((position, codes)) }
        }
        return comments
    }

    /// The codes after the marker; a reason may follow them.
    private static func codes(in comment: ArraySlice<UInt8>) -> [String] {
        let words = comment.drop(while: \.isBlank)
        guard words.starts(with: marker) else { return [] }
        var rest = words.dropFirst(marker.count)
        var codes: [String] = []
        while rest.first?.isBlank == true || !codes.isEmpty && rest.first == UInt8(ascii: ",") {
            rest = rest.drop { $0.isBlank || $0 == UInt8(ascii: ",") }
            let code = rest.prefix { $0.isASCIILowercase || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
            guard code.first?.isASCIILowercase == true else { break }
            codes.append(String(decoding: code, as: UTF8.self))
            rest = rest.dropFirst(code.count)
        }
        return codes
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
