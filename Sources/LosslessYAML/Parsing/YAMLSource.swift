internal import AzureMLSupport

/// The bytes that a document was read from, shared by all copies of it.
final class YAMLSource: Sendable {
    let bytes: [UInt8]
    let file: String?
    /// Whether every character is one byte, so that positions need no conversion and no character combines.
    let isASCII: Bool

    init(bytes: [UInt8], file: String?) {
        self.bytes = bytes
        self.file = file
        // Without an early exit, many bytes are combined at once.
        isASCII = bytes.reduce(0, |) < 0x80
    }

    var byteOrderMarkLength: Int { bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0 }

    /// Returns the location of a byte: its line, its column, and the text of the line.
    func location(ofByte offset: Int) -> SourceLocation {
        SourceLocation(file: file, bytes: bytes, offset: offset, lineBreakLength: Self.lineBreakLength)
    }

    /// Returns the locations of bytes, found in one pass over the text.
    func locations(ofBytes offsets: [Int]) -> [SourceLocation] {
        SourceLocation.locations(file: file, bytes: bytes, offsets: offsets, lineBreakLength: Self.lineBreakLength)
    }

    /// Returns the line of a byte, without its line break.
    func line(ofByte offset: Int) -> ArraySlice<UInt8> {
        let start = offset + 1 - (location(ofByte: offset).column ?? 1)
        let end = bytes[start...].indices.first { bytes.lineBreakLength(at: $0) > 0 } ?? bytes.count
        return bytes[start..<end]
    }

    /// Returns the comments that suppress diagnostics.
    ///
    /// - Parameter isComment: Whether a `#` at each of these positions starts a comment.
    /// - Returns: The comments, by the lines that they concern.
    func suppressionComments(isComment: ([Int]) -> [Bool]) -> SuppressionComments {
        SuppressionComments(
            in: bytes,
            canFollowText: true,
            isComment: isComment,
            lineBreakLength: Self.lineBreakLength
        )
    }

    private static func lineBreakLength(in bytes: [UInt8], at position: Int) -> Int {
        bytes.lineBreakLength(at: position)
    }
}
