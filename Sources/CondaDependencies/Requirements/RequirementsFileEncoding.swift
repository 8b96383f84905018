internal import AzureMLSupport

/// The encoding of a requirements file, found as pip finds it: by a byte order mark, or by a comment such as
/// `# -*- coding: latin-1 -*-` in one of the first two lines; otherwise UTF-8.
///
/// Source: pip's `auto_decode`, PEP 263.
enum RequirementsFileEncoding {
    case utf8, latin1, utf16(isBigEndian: Bool), other(String)

    /// Returns the encoding of a file, and its text; `nil` for the text when it is not in that encoding.
    static func decode(_ bytes: [UInt8]) -> (encoding: RequirementsFileEncoding, text: String?) {
        let mark = ByteOrderMark.encoding(of: bytes)
        let unmarked = ByteOrderMark.otherEncoding(of: bytes).map { Self.other("\($0) without a byte order mark") }
        let encoding = mark.map { Self($0.encoding) } ?? declared(in: bytes) ?? unmarked ?? .utf8
        return (encoding, encoding.text(of: bytes.dropFirst(mark?.length ?? 0)))
    }

    private init(_ encoding: ByteOrderMark.Encoding) {
        switch encoding {
        case .utf8: self = .utf8
        case .utf16(let isBigEndian): self = .utf16(isBigEndian: isBigEndian)
        case .utf32: self = .other("UTF-32")
        }
    }

    /// The name of the encoding in messages.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .latin1: "latin-1"
        case .utf16: "UTF-16"
        case .other(let name): name
        }
    }

    /// Whether this SDK reads the encoding.
    var isReadable: Bool {
        if case .other = self { false } else { true }
    }

    private func text(of bytes: ArraySlice<UInt8>) -> String? {
        switch self {
        case .utf8: return String(validating: bytes, as: UTF8.self)
        case .latin1: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        case .utf16(let isBigEndian):
            guard bytes.count.isMultiple(of: 2) else { return nil }
            let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
                let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                return isBigEndian ? first << 8 | second : second << 8 | first
            }
            return String(validating: units, as: UTF16.self)
        case .other: return nil
        }
    }

    /// The encoding that a comment in one of the first two lines names.
    private static func declared(in bytes: [UInt8]) -> RequirementsFileEncoding? {
        for line in bytes.split(separator: .newline, maxSplits: 2, omittingEmptySubsequences: false).prefix(2)
        where line.first == UInt8(ascii: "#") {
            let comment = String(decoding: line, as: UTF8.self)
            if let name = comment.firstMatch(of: /coding[:=]\s*([-\w.]+)/)?.1 { return named(String(name)) }
        }
        return nil
    }

    private static func named(_ name: String) -> RequirementsFileEncoding {
        switch name.lowercased().replacing("_", with: "-") {
        case "utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii": .utf8
        case "latin-1", "latin1", "latin", "l1", "iso-8859-1", "iso8859-1": .latin1
        default: .other(name)
        }
    }
}
