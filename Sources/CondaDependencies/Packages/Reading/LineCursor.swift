internal import AzureMLSupport

/// A position in the bytes of one line, with the operations that the conda and pip parsers share.
struct LineCursor {
    let bytes: [UInt8]
    private(set) var end: Int
    var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
        end = bytes.count
        trim()
    }

    var isAtEnd: Bool { position >= end }

    /// The next byte to read; NUL at the end, which neither grammar allows.
    var next: UInt8 { position < end ? bytes[position] : 0 }

    /// The byte after the next one; NUL at the end.
    var afterNext: UInt8 { position + 1 < end ? bytes[position + 1] : 0 }

    /// The range that is not read yet.
    var rest: Range<Int> { position..<max(position, end) }

    mutating func advance() {
        if position < end { position += 1 }
    }

    /// Steps over the next byte if it has this value; returns whether it does.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte, position < end else { return false }
        position += 1
        return true
    }

    /// Steps over all bytes that satisfy a condition, and returns their range.
    @inline(__always)
    mutating func take(while condition: (UInt8) -> Bool) -> Range<Int> {
        let start = position
        while position < end, condition(bytes[position]) { position += 1 }
        return start..<position
    }

    mutating func skipBlanks() {
        while position < end, bytes[position].isBlank { position += 1 }
    }

    /// Removes blanks and line breaks from both ends of the unread range.
    mutating func trim() {
        while position < end, bytes[position].isASCIIWhitespace { position += 1 }
        while position < end, bytes[end - 1].isASCIIWhitespace { end -= 1 }
    }

    /// Ends the unread range at a position, without the blanks before it.
    mutating func cut(at newEnd: Int) {
        end = min(end, max(newEnd, position))
        while position < end, bytes[end - 1].isASCIIWhitespace { end -= 1 }
    }

    /// Moves to a range of the text, so that only this range is read.
    mutating func enter(_ range: Range<Int>) {
        position = max(0, range.lowerBound)
        end = min(bytes.count, range.upperBound)
    }

    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        for index in range where bytes[index] == byte { return index }
        return nil
    }

    func lastIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        for index in range.reversed() where bytes[index] == byte { return index }
        return nil
    }

    /// Returns a range without the blanks at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, bytes[lower].isASCIIWhitespace { lower += 1 }
        while lower < upper, bytes[upper - 1].isASCIIWhitespace { upper -= 1 }
        return lower..<upper
    }

    func hasText(_ text: String, at start: Int, before limit: Int) -> Bool {
        guard start >= 0, start + text.utf8.count <= min(limit, bytes.count) else { return false }
        var index = start
        for byte in text.utf8 {
            guard bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    func failure(_ reason: PackageSyntaxError.Reason) -> PackageSyntaxError {
        failure(reason, at: position)
    }

    func failure(_ reason: PackageSyntaxError.Reason, at position: Int) -> PackageSyntaxError {
        PackageSyntaxError(reason: reason, column: position + 1)
    }
}

extension UInt8 {
    /// A letter, a digit, `_`, `-` or `.`.
    var isInName: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }
}

extension String {
    /// Whether the text has a tab, a line break or another character that an entry cannot have.
    var hasControlCharacter: Bool { utf8.contains { $0 < 0x20 } }

    /// The text without blanks and tabs at both ends.
    var trimmingBlanks: Substring { self[...].trimmingBlanks }
}

extension Substring {
    /// The text without blanks and tabs at both ends.
    var trimmingBlanks: Substring {
        let start = utf8.firstIndex { !$0.isBlank } ?? endIndex
        let end = utf8.lastIndex { !$0.isBlank }.map { utf8.index(after: $0) } ?? start
        return self[start..<end]
    }
}
