internal import AzureMLSupport

/// The values in an extended header for the member after it, except those that do not concern files and folders.
struct PaxRecords {
    private(set) var path: [UInt8]?
    private(set) var size: Int?
    /// Whether the file is sparse, so that the content in the tar file is not simply that of the file.
    private(set) var isSparse = false

    /// The format of an extended header.
    enum Form {
        /// POSIX records.
        case posix
        /// One zero-terminated path.
        case gnuLongPath

        /// Makes the form that the type in a header denotes; `nil` when the header is that of an ordinary member.
        init?(type: UInt8) {
            switch type {
            case TarType.extended: self = .posix
            case TarType.longPath: self = .gnuLongPath
            default: return nil
            }
        }
    }

    init() {}

    /// Reads the content of an extended header.
    init(_ content: [UInt8], _ form: Form) throws(TarError.Reason) {
        switch form {
        case .posix: try read(content)
        case .gnuLongPath:
            guard content.last == 0 else { throw .record }
            path = content.dropLast()
        }
    }

    /// Reads `length key=value` lines, where the length counts the whole line.
    private mutating func read(_ content: [UInt8]) throws(TarError.Reason) {
        var rest = content[...]
        while !rest.isEmpty {
            let digits = rest.prefix { $0 != .space }
            guard let length = Self.number(digits), length > digits.count + 1, length <= rest.count else {
                throw .record
            }
            let record = rest.prefix(length)
            rest = rest.dropFirst(length)
            guard record.last == .newline else { throw .record }
            let text = record.dropFirst(digits.count + 1).dropLast()
            guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { throw .record }
            try take(String(decoding: text[..<equals], as: UTF8.self), Array(text[(equals + 1)...]))
        }
    }

    private mutating func take(_ key: String, _ value: [UInt8]) throws(TarError.Reason) {
        switch key {
        case "path" where path == nil: path = value
        case "size" where size == nil:
            guard let number = Self.number(value[...]) else { throw .number }
            size = number
        // The record is repeated, and readers do not agree on which one counts.
        case "path", "size": throw .record
        case "hdrcharset" where !value.elementsEqual("ISO-IR 10646 2000 UTF-8".utf8): throw .path("is not UTF-8")
        case _ where key.hasPrefix("GNU.sparse."): isSparse = true
        default: return
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...18).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
