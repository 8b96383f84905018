import HostileInput
import TestSupport

/// Damages texts: flips, removes and duplicates bytes, and inserts pieces of other texts.
struct TextMutator {
    private var random: SplitMix64
    private let seeds: [[UInt8]]

    private static let tokens = [
        "- ", "? ", ": ", "# ", "| ", ">-\n", "&a ", "*a", "!!str ", "!<!> ", "---\n", "...\n", "%YAML 1.1\n", "\r\n",
        "\r", "\t", "\0", "\u{FEFF}", "\u{85}", "\u{2028}", "é", "😀", "[", "]", "{", "}", ",", "\"", "'", "''",
        "\"\\x41\"", "<<", "name:", "channels:", "dependencies:", "- pip:\n", "python=3.8", "1e400", "2020-01-01",
        "\n\n", "    ",
    ].map { Array($0.utf8) }

    init(seed: UInt64, seeds: [[UInt8]]) {
        random = SplitMix64(seed: seed)
        self.seeds = seeds
    }

    mutating func next() -> [UInt8] {
        var text = random.element(of: seeds) ?? []
        for _ in 0...random.next(below: 4) { mutate(&text) }
        return text
    }

    private mutating func mutate(_ text: inout [UInt8]) {
        let position = random.next(below: text.count + 1)
        let end = min(text.count, position + 1 + random.next(below: 12))
        switch random.next(below: 8) {
        case 0 where position < text.count: text[position] ^= 1 << UInt8(random.next(below: 8))
        case 1 where position < text.count: text[position] = UInt8(random.next(below: 256))
        case 2: text.removeSubrange(position..<end)
        case 3: text.insert(contentsOf: text[position..<end], at: random.next(below: text.count + 1))
        case 4: text.removeSubrange(position...)
        case 5:
            let other = random.element(of: seeds) ?? []
            text.replaceSubrange(position..., with: other.dropFirst(random.next(below: other.count + 1)))
        default: text.insert(contentsOf: random.element(of: Self.tokens) ?? [], at: position)
        }
    }
}
