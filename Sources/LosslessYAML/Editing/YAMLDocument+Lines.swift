internal import AzureMLSupport

/// Lines of the virtual text. No range extends from the source into the added text, so a search around a position
/// never leaves its part.
extension YAMLDocument {
    private func part(of position: Int32) -> Range<Int32> {
        let end = Int32(truncatingIfNeeded: source.bytes.count)
        return position <= end ? 0..<end : (end + 1)..<endOfAdded
    }

    func lineBreakLength(at position: Int32) -> Int {
        // Most bytes cannot start a line break.
        switch byte(at: position) {
        case .newline, .carriageReturn, 0xC2, 0xE2: break
        default: return 0
        }
        let part = part(of: position)
        guard part.contains(position) else { return 0 }
        return bytes(in: position..<min(position + 3, part.upperBound)).lineBreakLength(
            at: Int(position) - offset(part)
        )
    }

    private func offset(_ part: Range<Int32>) -> Int { Int(part.lowerBound) }

    /// Returns the position after the line break of the line, or the end of the text.
    func endOfLine(from position: Int32) -> Int32 {
        let end = part(of: position).upperBound
        var position = position
        while position < end {
            let length = lineBreakLength(at: position)
            if length > 0 { return position + Int32(truncatingIfNeeded: length) }
            position += 1
        }
        return position
    }

    /// Returns the position of the first byte that is neither a space nor a tab.
    func endOfBlanks(from position: Int32) -> Int32 {
        let end = part(of: position).upperBound
        var position = position
        while position < end, byte(at: position).isBlank { position += 1 }
        return position
    }

    /// Returns the first position of the line, but not before a limit.
    func lineStart(of position: Int32, notBefore limit: Int32) -> Int32 {
        var start = position
        while start > limit, !isAtLineStart(start) { start -= 1 }
        return start
    }

    /// Returns the position before the line break that ends at a line start.
    func previousLineEnd(before lineStart: Int32) -> Int32 {
        var position = lineStart - 1
        while position > 0, position + Int32(truncatingIfNeeded: lineBreakLength(at: position)) != lineStart {
            position -= 1
        }
        return max(0, position)
    }

    func isAtLineStart(_ position: Int32) -> Bool {
        let start = part(of: position).lowerBound
        // A byte order mark is not part of a line.
        if position == start || position == Int32(source.byteOrderMarkLength) { return true }
        switch byte(at: position - 1) {
        case .newline: return true
        case .carriageReturn, 0x85, 0xA8, 0xA9: break
        default: return false
        }
        for length in 1...3 where position - Int32(length) >= start {
            // "\r\n" is one line break: no line starts between its bytes.
            if lineBreakLength(at: position - Int32(length)) == length { return true }
        }
        return false
    }

    /// Returns the number of bytes between the line's start and a position.
    func column(of position: Int32) -> Int {
        Int(position - lineStart(of: position, notBefore: part(of: position).lowerBound))
    }
}
