/// Finds the lines and columns of bytes, in the order of the text.
struct LineScanner {
    /// The maximum length of a line that is quoted below an error. A part of a longer line could end inside a URL,
    /// whose password would then not be recognized and masked.
    private static let maximumExcerptLength = 400

    private let file: String?
    private let bytes: [UInt8]
    private let lineBreakLength: ([UInt8], Int) -> Int
    private var line = 1
    private var lineStart = 0
    /// The position up to which the current line has no line break.
    private var position = 0

    init(file: String?, bytes: [UInt8], lineBreakLength: @escaping ([UInt8], Int) -> Int) {
        self.file = file
        self.bytes = bytes
        self.lineBreakLength = lineBreakLength
    }

    /// Returns the location of a byte, which must not be before the last requested one. An offset beyond the end means
    /// the end.
    mutating func location(ofByte offset: Int) -> SourceLocation {
        let offset = min(max(0, offset), bytes.count)
        advance(to: offset)
        // A byte order mark comes before the first column.
        let isAfterMark = lineStart == 0 && bytes.starts(with: ByteOrderMark.utf8)
        let start = isAfterMark ? min(ByteOrderMark.utf8.count, offset) : lineStart
        return SourceLocation(file: file, line: line, column: offset - start + 1, excerpt: excerpt(from: start))
    }

    private mutating func advance(to offset: Int) {
        while position < offset {
            let length = lineBreakLength(bytes, position)
            // No line starts between the bytes of a line break.
            guard position + length <= offset else { return }
            position += max(1, length)
            guard length > 0 else { continue }
            line += 1
            lineStart = position
        }
    }

    /// The bytes with credentials masked if the text is short, as that of a package or an option is: a line break can be
    /// within an address there, and the line alone would not show that it has a password.
    private var shownBytes: [UInt8] {
        guard bytes.count <= Self.maximumExcerptLength else { return bytes }
        let masked = Array(String(decoding: bytes, as: UTF8.self).maskingCredentials.utf8)
        return masked.count == bytes.count ? masked : bytes
    }

    /// Returns the text of the line without its line break; `nil` when it is too long to quote.
    private func excerpt(from start: Int) -> String? {
        let limit = min(bytes.count, start + Self.maximumExcerptLength + 1)
        let end = (start..<limit).first { lineBreakLength(bytes, $0) > 0 } ?? limit
        guard end - start <= Self.maximumExcerptLength else { return nil }
        let text = shownBytes[start..<end]
        return String(decoding: text.last == .carriageReturn ? text.dropLast() : text, as: UTF8.self)
    }
}
