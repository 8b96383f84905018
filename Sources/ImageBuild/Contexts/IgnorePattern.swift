/// One line of a `.dockerignore` file, with the meaning that Docker's own matcher gives it.
///
/// Docker's documentation promises Go's `filepath.Match`, and `**` for any number of folders; its matcher translates
/// that to a regular expression. Where the two differ, the matcher decides, or the line is refused: every accepted line
/// means the same as in Docker.
struct IgnorePattern: Sendable {
    /// Whether the line is an exception with a `!`: what it matches is not ignored.
    let isException: Bool
    private let form: Form

    private enum Form: Sendable {
        case exact([UInt8])
        /// `folder/**`: paths that begin with the bytes.
        case prefix([UInt8])
        /// `**/name` and `**name`: paths that end with the bytes.
        case suffix([UInt8])
        /// `**/*end`: paths that end with the bytes, without a line break above the last name.
        case nameEnd([UInt8])
        case expression(IgnoreExpression)
    }

    /// The reason why a line is not a valid pattern.
    struct Flaw: Error, Equatable {
        let reason: String
    }

    /// The maximum length of a pattern in bytes: no system has longer paths.
    static let maximumLength = 4096

    /// Reads a line that is not a comment; `nil` when only blanks remain.
    init?(_ line: String) throws(Flaw) {
        guard line.utf8.count <= Self.maximumLength else {
            throw Flaw(reason: "it has more than \(Self.maximumLength) bytes")
        }
        guard let entry = try Self.entry(line) else { return nil }
        // Trimmed and cleaned a second time, as in Docker, which makes a line such as `/!a` an exception.
        let trimmed = Self.trimmed(entry[...])
        if trimmed.isEmpty { return nil }
        var pattern = Self.cleaned(trimmed)
        isException = pattern.first == "!"
        if isException { pattern.removeFirst() }
        guard !pattern.isEmpty else { throw Self.emptyException }
        form = try Self.form(pattern)
    }

    /// The byte with which every path ends that matches; `nil` if there are several.
    var lastByte: UInt8? {
        switch form {
        case .exact(let bytes), .suffix(let bytes), .nameEnd(let bytes): bytes.last
        case .prefix: nil
        case .expression(let expression): expression.end.last.flatMap { String($0).utf8.last }
        }
    }

    /// Whether the path itself matches; the folders above it are not considered.
    ///
    /// - Parameters:
    ///   - path: The path.
    ///   - search: Counts the steps that were looked at.
    /// - Returns: Whether the path matches.
    func matches(_ path: inout IgnorePath, _ search: inout IgnoreSearch) -> Bool {
        switch form {
        case .exact(let bytes): return path.bytes == bytes
        case .prefix(let bytes): return path.bytes.starts(with: bytes)
        case .suffix(let bytes):
            // `**/name` also matches the name alone.
            return path.hasSuffix(bytes)
                || bytes.first == UInt8(ascii: "/") && path.bytes[...] == bytes.dropFirst()
        case .nameEnd(let bytes):
            return path.hasSuffix(bytes) && !path.hasLineBreakAboveName
        case .expression(let expression): return expression.matches(path.scalars, &search)
        }
    }

    /// Whether a path below a folder that does not match itself can match.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder with a slash at its end.
    ///   - search: Counts the steps that were looked at.
    /// - Returns: Whether a path below it can match.
    func canMatch(below folder: inout IgnorePath, _ search: inout IgnoreSearch) -> Bool {
        switch form {
        case .exact(let bytes), .prefix(let bytes): return bytes.starts(with: folder.bytes)
        case .suffix, .nameEnd: return true
        case .expression(let expression): return expression.canMatch(below: folder.scalars, &search)
        }
    }
}

/// The path of a file or folder of a context, in the forms that patterns compare.
struct IgnorePath {
    private let path: String
    let bytes: [UInt8]
    /// Only expressions compare characters, and most files differ from most expressions in the last byte already.
    private(set) lazy var scalars = Array(path.unicodeScalars)

    init(_ path: String) {
        self.path = path
        bytes = Array(path.utf8)
    }

    /// Docker's matcher translates `**` to a regular expression whose `.` matches no line break.
    fileprivate var hasLineBreakAboveName: Bool {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return false }
        return bytes[..<slash].contains(UInt8(ascii: "\n"))
    }

    fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { bytes.suffix(end.count).elementsEqual(end) }
}

extension IgnorePattern {
    private static let emptyException = Flaw(reason: "nothing follows the '!'")

    /// Returns the line without blanks at its ends, cleaned, and without a leading slash; `nil` for a blank line.
    private static func entry(_ line: String) throws(Flaw) -> [Unicode.Scalar]? {
        var text = trimmed(Array(line.unicodeScalars)[...])
        if text.isEmpty { return nil }
        let isException = text.first == "!"
        if isException { text = trimmed(text.dropFirst()) }
        guard !text.isEmpty else { throw emptyException }
        var entry = cleaned(text)
        if entry.count > 1, entry.first == "/" { entry.removeFirst() }
        return isException ? ["!"] + entry : entry
    }

    private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var text = text
        while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
        while let last = text.last, last.properties.isWhitespace { text.removeLast() }
        return text
    }

    /// Cleans a path as Go's `filepath.Clean` does: no double slash, no trailing slash, no `.`, and no `..` after a
    /// name or at the root.
    private static func cleaned(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        let isAbsolute = text.first == "/"
        let parent: [Unicode.Scalar] = [".", "."]
        var names: [ArraySlice<Unicode.Scalar>] = []
        for name in text.split(separator: "/") where !name.elementsEqual(["."]) {
            if !name.elementsEqual(parent) {
                names.append(name)
            } else if let last = names.last, !last.elementsEqual(parent) {
                names.removeLast()
            } else if !isAbsolute {
                names.append(name)
            }
        }
        if names.isEmpty { return isAbsolute ? ["/"] : ["."] }
        return (isAbsolute ? ["/"] : []) + names.joined(separator: ["/"])
    }

    private static func isPlain(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        !text.contains { "*?[]\\".unicodeScalars.contains($0) }
    }

    private static func bytes(_ text: some Sequence<Unicode.Scalar>) -> [UInt8] {
        text.flatMap { Array($0.utf8) }
    }

    private static func form(_ pattern: [Unicode.Scalar]) throws(Flaw) -> Form {
        if isPlain(pattern) { return .exact(bytes(pattern)) }
        let stars: [Unicode.Scalar] = ["*", "*"]
        if pattern.starts(with: stars), isPlain(pattern.dropFirst(2)) { return .suffix(bytes(pattern.dropFirst(2))) }
        if pattern.suffix(2) == stars[...], isPlain(pattern.dropLast(2)) { return .prefix(bytes(pattern.dropLast(2))) }
        let expression = try IgnoreExpression(pattern)
        return expression.onlyNameEnd.map { .nameEnd(bytes($0)) } ?? .expression(expression)
    }
}
