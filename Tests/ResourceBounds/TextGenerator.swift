import TestSupport

/// Generates texts that repeat and nest a few tokens: what takes more than linear time or much memory for its size
/// usually has this form.
struct TextGenerator {
    private var random: SplitMix64
    private let tokens: [String]
    private let frames: [(start: String, end: String)]

    /// - Parameters:
    ///   - seed: The seed of the random numbers.
    ///   - tokens: The pieces of texts.
    ///   - frames: The texts around the pieces, with which a whole text is often accepted.
    init(seed: UInt64, tokens: [String], frames: [(start: String, end: String)]) {
        random = SplitMix64(seed: seed)
        self.tokens = tokens
        self.frames = frames
    }

    /// Returns a text of at most about `size` bytes; small sizes are as frequent as large ones.
    mutating func next(upTo size: Int) -> String {
        let wanted = 16 << random.next(below: max(1, (size / 16).bitWidth - (size / 16).leadingZeroBitCount))
        let frame = random.element(of: frames) ?? ("", "")
        var text = frame.start
        while text.utf8.count < wanted {
            let unit = (0...random.next(below: 4)).map { _ in piece() }.joined()
            let count = 1 + random.next(below: max(1, wanted / max(1, unit.utf8.count)))
            text += String(repeating: unit, count: count)
        }
        return text + frame.end
    }

    private mutating func piece() -> String {
        let token = random.element(of: tokens) ?? ""
        return random.next(below: 8) == 0 ? token + "\(random.next(below: 1_000_000))" : token
    }
}
