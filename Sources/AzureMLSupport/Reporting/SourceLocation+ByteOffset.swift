extension SourceLocation {
    /// Finds the location of a byte in a text. An offset beyond the end means the end.
    ///
    /// For a text with line breaks other than newlines, pass a function that returns the length of the line break at a
    /// position, or 0 when there is none.
    package init(
        file: String?,
        bytes: [UInt8],
        offset: Int,
        lineBreakLength: @escaping ([UInt8], Int) -> Int = Self.newlineLength
    ) {
        var scanner = LineScanner(file: file, bytes: bytes, lineBreakLength: lineBreakLength)
        self = scanner.location(ofByte: offset)
    }

    /// Returns the locations of bytes in a text, found in one pass over it.
    package static func locations(
        file: String?,
        bytes: [UInt8],
        offsets: [Int],
        lineBreakLength: @escaping ([UInt8], Int) -> Int = Self.newlineLength
    ) -> [SourceLocation] {
        var scanner = LineScanner(file: file, bytes: bytes, lineBreakLength: lineBreakLength)
        var locations: [Int: SourceLocation] = [:]
        for offset in offsets.sorted() { locations[offset] = scanner.location(ofByte: offset) }
        return offsets.compactMap { locations[$0] }
    }

    /// Returns the length of the line break at a position of a text whose lines end with a newline.
    package static func newlineLength(in bytes: [UInt8], at position: Int) -> Int {
        bytes[position] == .newline ? 1 : 0
    }
}
