extension SourceLocation {
    /// Longer lines are not quoted below an error.
    private static var longestExcerpt: Int { 400 }

    /// The place of a byte in a text. An offset beyond the end means the end.
    package init(file: String?, bytes: [UInt8], offset: Int) {
        let newline = UInt8(ascii: "\n")
        let end = Swift.min(Swift.max(offset, 0), bytes.count)
        let before = bytes[..<end]
        let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let lineEnd = bytes[end...].firstIndex(of: newline) ?? bytes.count
        var excerpt: String?
        if lineEnd - lineStart <= Self.longestExcerpt {
            excerpt = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
            if excerpt?.utf8.last == UInt8(ascii: "\r") { excerpt?.unicodeScalars.removeLast() }
        }
        self.init(
            file: file,
            line: before.count { $0 == newline } + 1,
            column: end - lineStart + 1,
            excerpt: excerpt
        )
    }
}
