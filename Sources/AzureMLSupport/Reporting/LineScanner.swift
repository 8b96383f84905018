/// Finds the lines and columns of bytes, in the order of the text.
struct LineScanner {
    /// Longer lines are not quoted below an error: a part of one could end inside a URL, whose password nothing would
    /// recognize and mask any more.
    private static let longestExcerpt = 400

    private let file: String?
    private let bytes: [UInt8]
    private let lineBreakLength: ([UInt8], Int) -> Int
    private var line = 1
    private var lineStart = 0
    /// No line break begins between the line's start and this position.
    private var position = 0

    init(file: String?, bytes: [UInt8], lineBreakLength: @escaping ([UInt8], Int) -> Int) {
        self.file = file
        self.bytes = bytes
        self.lineBreakLength = lineBreakLength
    }

    /// The place of a byte that is not before the one that was asked for last. An offset beyond the end means the end.
    mutating func location(ofByte offset: Int) -> SourceLocation {
        let offset = min(max(0, offset), bytes.count)
        advance(to: offset)
        // A byte order mark is in front of the first column.
        let isAfterMark = lineStart == 0 && bytes.starts(with: ByteOrderMark.utf8)
        let start = isAfterMark ? min(ByteOrderMark.utf8.count, offset) : lineStart
        return SourceLocation(file: file, line: line, column: offset - start + 1, excerpt: excerpt(from: start))
    }

    private mutating func advance(to offset: Int) {
        while position < offset {
            let length = lineBreakLength(bytes, position)
            // Between the bytes of a line break no line starts.
            guard position + length <= offset else { return }
            position += max(1, length)
            guard length > 0 else { continue }
            line += 1
            lineStart = position
        }
    }

    /// The text of the line without its end.
    private func excerpt(from start: Int) -> String? {
        let limit = min(bytes.count, start + Self.longestExcerpt + 1)
        let end = (start..<limit).first { lineBreakLength(bytes, $0) > 0 } ?? limit
        guard end - start <= Self.longestExcerpt else { return nil }
        let text = bytes[start..<end]
        return String(decoding: text.last == .carriageReturn ? text.dropLast() : text, as: UTF8.self)
    }
}
