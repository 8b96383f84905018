internal import AzureMLSupport

extension RandomAccessCollection<UInt8> where Index == Int {
    /// Returns the length of the line break at a position; 0 when there is none. YAML 1.1, and thus libyaml, also
    /// breaks lines at U+0085, U+2028 and U+2029.
    func lineBreakLength(at position: Int) -> Int {
        func byte(_ distance: Int) -> UInt8? {
            position + distance < endIndex ? self[position + distance] : nil
        }
        switch self[position] {
        case .newline: return 1
        case .carriageReturn: return byte(1) == .newline ? 2 : 1
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
