/// The text of a requirements file as pip reads it: with lines joined, and without comments and empty lines.
///
/// Source: pip's `req_file.preprocess`.
struct PipRequirementsText {
    /// A line, and the 1-based number of the first line that it was joined from.
    struct Line: Equatable {
        let number: Int
        /// The 1-based column in UTF-8 code units where the text starts; `nil` for a line that was joined from several.
        let column: Int?
        let text: String
    }

    let lines: [Line]

    init(_ text: String) {
        lines = Self.joined(Self.physicalLines(of: text)).compactMap { line in
            let text = Self.withoutComment(line.text)
            let indentation = line.text.unicodeScalars.prefix(while: \.isBlankForPip)
            let column = line.column.map { $0 + Substring(indentation).utf8.count }
            return text.isEmpty ? nil : Line(number: line.number, column: column, text: text)
        }
    }

    /// A backslash at the end of a line joins it with the next; a comment ends the joined line.
    private static func joined(_ physicalLines: [Substring.UnicodeScalarView]) -> [Line] {
        var lines: [Line] = []
        var pending = ""
        var start: Int?
        for (index, line) in physicalLines.enumerated() {
            let isComment = line.first { !$0.isBlankForPip } == "#"
            if line.last == "\\", !isComment {
                start = start ?? index + 1
                pending += String(line.trimming { $0 == "\\" })
            } else {
                let text = pending + (isComment ? " " : "") + String(line)
                lines.append(Line(number: start ?? index + 1, column: start == nil ? 1 : nil, text: text))
                (pending, start) = ("", nil)
            }
        }
        if let start { lines.append(Line(number: start, column: nil, text: pending)) }
        return lines
    }

    /// Removes a comment, which starts with `#` at the start of the line or after a blank.
    private static func withoutComment(_ line: String) -> String {
        let scalars = line.unicodeScalars
        var kept = scalars[...]
        var isBehindBlank = true
        for index in scalars.indices {
            if scalars[index] == "#", isBehindBlank {
                kept = scalars[..<index]
                break
            }
            isBehindBlank = scalars[index].isBlankForPip
        }
        return String(Substring(kept).unicodeScalars.trimming(\.isBlankForPip))
    }

    /// Splits lines where Python's `splitlines` does.
    private static func physicalLines(of text: String) -> [Substring.UnicodeScalarView] {
        var lines: [Substring.UnicodeScalarView] = []
        let scalars = Substring(text).unicodeScalars
        var start = scalars.startIndex
        var position = start
        while position < scalars.endIndex {
            var next = scalars.index(after: position)
            if scalars[position].endsLineForPython {
                lines.append(scalars[start..<position])
                if scalars[position] == "\r", next < scalars.endIndex, scalars[next] == "\n" {
                    next = scalars.index(after: next)
                }
                start = next
            }
            position = next
        }
        if start < scalars.endIndex { lines.append(scalars[start...]) }
        return lines
    }
}

extension Substring.UnicodeScalarView {
    fileprivate func trimming(_ isTrimmed: (Unicode.Scalar) -> Bool) -> Substring.UnicodeScalarView {
        guard let first = firstIndex(where: { !isTrimmed($0) }), let last = lastIndex(where: { !isTrimmed($0) }) else {
            return self[endIndex...]
        }
        return self[first...last]
    }
}

extension Unicode.Scalar {
    /// Whether Python's `str.strip` and `\s` treat this as whitespace.
    fileprivate var isBlankForPip: Bool {
        // Without a look into the tables of Unicode for almost all characters.
        isASCII ? (0x09...0x0D).contains(value) || (0x1C...0x20).contains(value) : properties.isWhitespace
    }

    fileprivate var endsLineForPython: Bool {
        switch value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
