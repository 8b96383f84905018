internal import AzureMLSupport

/// The bytes that a document was read from, shared by all copies of it.
final class YAMLSource: Sendable {
    let bytes: [UInt8]
    let file: String?

    init(bytes: [UInt8], file: String?) {
        self.bytes = bytes
        self.file = file
    }

    var byteOrderMarkLength: Int { bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0 }

    /// The place of a byte: its line, its column, and the text of the line.
    func location(ofByte offset: Int) -> SourceLocation {
        let offset = min(max(0, offset), bytes.count)
        var line = 1
        var lineStart = 0
        var position = 0
        while position < offset {
            let length = bytes.lineBreakLength(at: position)
            if length == 0 {
                position += 1
            } else if position + length <= offset {
                position += length
                line += 1
                lineStart = position
            } else {
                break
            }
        }
        return location(ofByte: offset, line: line, lineStart: lineStart)
    }

    private func location(ofByte offset: Int, line: Int, lineStart: Int) -> SourceLocation {
        // A byte order mark stands before the first column.
        let lineStart = lineStart == 0 ? min(byteOrderMarkLength, offset) : lineStart
        return SourceLocation(
            file: file,
            line: line,
            column: offset - lineStart + 1,
            excerpt: excerpt(fromByte: lineStart, through: offset)
        )
    }

    /// The places of bytes, found with one look at the text.
    func locations(ofBytes offsets: [Int]) -> [SourceLocation] {
        guard !offsets.isEmpty else { return [] }
        var starts = [0]
        var position = 0
        while position < bytes.count {
            let length = bytes.lineBreakLength(at: position)
            position += max(1, length)
            if length > 0 { starts.append(position) }
        }
        return offsets.map { offset in
            // The last line that starts at the byte or before it.
            var (low, high) = (0, starts.count)
            while high - low > 1 {
                let middle = (low + high) / 2
                if starts[middle] <= offset { low = middle } else { high = middle }
            }
            return location(ofByte: offset, line: low + 1, lineStart: starts[low])
        }
    }

    private func excerpt(fromByte start: Int, through offset: Int) -> String? {
        var end = start
        while end < bytes.count, bytes.lineBreakLength(at: end) == 0, end < start + 240 { end += 1 }
        guard offset <= end else { return nil }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// The length of the line break at a position, 0 where there is none. YAML 1.1, and so libyaml, also breaks
    /// lines at U+0085, U+2028 and U+2029.
    func lineBreakLength(at position: Int) -> Int {
        func byte(_ distance: Int) -> UInt8? {
            position + distance < endIndex ? self[position + distance] : nil
        }
        switch self[position] {
        case 0x0A: return 1
        case 0x0D: return byte(1) == 0x0A ? 2 : 1
        case 0xC2: return byte(1) == 0x85 ? 2 : 0
        case 0xE2:
            guard byte(1) == 0x80, let last = byte(2), last == 0xA8 || last == 0xA9 else { return 0 }
            return 3
        default: return 0
        }
    }
}

extension Array<UInt8> {
    /// Whether the last line is complete.
    var endsWithLineBreak: Bool {
        (1...3).contains { $0 <= count && lineBreakLength(at: count - $0) == $0 }
    }
}
