/// Converts libyaml's character positions to byte positions.
///
/// libyaml counts characters. For a text that is not plain ASCII, a checkpoint is kept for every 64 characters, so that
/// positions are found in constant time and in any order.
struct CharacterMap {
    private static let stride = 64
    private let bytes: [UInt8]
    /// The byte offset of every 64th character; empty where characters are bytes.
    private var checkpoints: [Int32] = []
    /// The byte offset of the first character.
    private let start: Int

    /// Maps the characters of a source after its byte order mark.
    init(_ source: YAMLSource) {
        bytes = source.bytes
        start = source.byteOrderMarkLength
        guard !source.isASCII else { return }
        var character = 0
        for offset in start..<bytes.count where bytes[offset] & 0xC0 != 0x80 {
            if character % Self.stride == 0 { checkpoints.append(Int32(truncatingIfNeeded: offset)) }
            character += 1
        }
    }

    /// Returns the byte offset of a character; the end of the text for a character after the last one.
    func byteOffset(ofCharacter character: Int) -> Int {
        guard !checkpoints.isEmpty else { return min(start + character, bytes.count) }
        let checkpoint = character / Self.stride
        guard checkpoint < checkpoints.count else {
            // Only the position after the last character can be without a checkpoint.
            return bytes.count
        }
        var offset = Int(checkpoints[checkpoint])
        var remaining = character % Self.stride
        while remaining > 0, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            remaining -= 1
        }
        return offset
    }
}
