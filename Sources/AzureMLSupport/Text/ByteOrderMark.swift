/// The byte order mark that some editors write at the start of a file.
package enum ByteOrderMark {
    /// U+FEFF in UTF-8.
    package static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The encodings that a mark shows.
    package enum Encoding {
        case utf8
        case utf16(isBigEndian: Bool)
        case utf32
    }

    /// The marks, the longest first, because the mark of UTF-32 begins with that of UTF-16.
    private static let marks: [(mark: [UInt8], encoding: Encoding)] = [
        ([0xFF, 0xFE, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32), (utf8, .utf8),
        ([0xFF, 0xFE], .utf16(isBigEndian: false)), ([0xFE, 0xFF], .utf16(isBigEndian: true)),
    ]

    /// Returns the encoding that the mark at the start of a text shows, and the length of the mark; `nil` when there is
    /// no mark.
    package static func encoding(of bytes: [UInt8]) -> (encoding: Encoding, length: Int)? {
        marks.first { bytes.starts(with: $0.mark) }.map { ($0.encoding, $0.mark.count) }
    }

    /// Returns the name of the encoding of bytes that are not UTF-8, by their mark or the zero bytes between ASCII
    /// characters; `nil` when neither is there. PowerShell's `>` writes UTF-16.
    package static func otherEncoding(of bytes: [UInt8]) -> String? {
        switch encoding(of: bytes)?.encoding {
        case .utf16: return "UTF-16"
        case .utf32: return "UTF-32"
        case .utf8: return nil
        case nil: return bytes.count >= 2 && (bytes[0] == 0) != (bytes[1] == 0) ? "UTF-16" : nil
        }
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
