/// The byte order mark that some editors write at the start of a file.
package enum ByteOrderMark {
    /// U+FEFF in UTF-8.
    package static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The encodings whose marks are longest first, because the mark of UTF-32 begins with that of UTF-16.
    private static let others: [(mark: [UInt8], name: String)] = [
        ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"),
        ([0xFE, 0xFF], "UTF-16"),
    ]

    /// Returns the name of the encoding of bytes that are not UTF-8, by their mark or the zero bytes between ASCII
    /// characters; `nil` when neither is there. PowerShell's `>` writes UTF-16.
    package static func otherEncoding(of bytes: [UInt8]) -> String? {
        if let other = others.first(where: { bytes.starts(with: $0.mark) }) { return other.name }
        guard bytes.count >= 2, (bytes[0] == 0) != (bytes[1] == 0) else { return nil }
        return "UTF-16"
    }

    /// Returns the text of bytes in UTF-8; `nil` for bytes in another encoding. UTF-16 without a mark is not read as
    /// UTF-8 either, although its zero bytes are valid there.
    package static func utf8Text(of bytes: [UInt8]) -> String? {
        otherEncoding(of: bytes) == nil ? String(validating: bytes, as: UTF8.self) : nil
    }

    /// Returns the end of a message about bytes that are not UTF-8: `UTF-16, not UTF-8`, or `not UTF-8`.
    package static func notUTF8(_ bytes: [UInt8]) -> String {
        (otherEncoding(of: bytes).map { "\($0), " } ?? "") + "not UTF-8"
    }
}
