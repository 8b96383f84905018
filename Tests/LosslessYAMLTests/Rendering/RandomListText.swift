import TestSupport

/// Random texts of long lists, in which most items are plain lines, and every other kind of item occurs between them.
enum RandomListText {
    private static let unusualItems = [
        "- a  # comment", "- a   ", "-   a", "-\ta", "- 'a'", "- \"\\x41\"", "- a\n@  b", "- |\n@  a\n@  b",
        "- >-\n@  a",
        "-", "- ~", "- [a, b]", "- {a: b}", "- a: b\n@  c: d", "- - a\n@  - b\n@  - c\n@  - d", "- ? a",
        "- pip:\n@    - a\n@    - b\n@    - c\n@    - d\n@    - e", "- !!str 1", "- é", "- a\u{85}%",
        "\n@- a", "@# above\n@- a", "- a\n@  # below", "- a\n@# below", "# elsewhere\n@- a", "- a\n\t# tab",
        "- &x a", "- *x", "-\n@  a", "- a:", "- %a", "- --- a",
    ]

    /// Returns a text with one to three lists.
    static func make(_ random: inout SplitMix64) -> [UInt8] {
        let heads = ["", "# head\n", "name: x\n", "---\n", "%YAML 1.1\n---\n", "\u{FEFF}", "a: &x b\n", "# ü\n"]
        var text = random.element(of: heads) ?? ""
        if random.next(below: 8) == 0 {
            text += list(indentation: 0, &random)
        } else {
            for key in ["channels", "dependencies", "other"].prefix(1 + random.next(below: 3)) {
                text += "\(key):\n" + list(indentation: random.next(below: 3), &random)
            }
        }
        text += random.element(of: ["", "", "", "# foot\n", "\n", "...\n"]) ?? ""
        if random.next(below: 8) == 0, text.last == "\n" { text.removeLast() }
        let lineBreak = random.next(below: 8) == 0 ? "\r\n" : "\n"
        return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineBreak).utf8.map(
            \.self
        )
    }

    private static func list(indentation: Int, _ random: inout SplitMix64) -> String {
        let blanks = String(repeating: " ", count: indentation)
        let oddity = 2 + random.next(below: 30)
        return (0..<(1 + random.next(below: 40))).map { number in
            let isUnusual = random.next(below: oddity) == 0
            let item = (isUnusual ? random.element(of: unusualItems) : nil) ?? "- package-\(number)=1.\(number)"
            let text = item.split(separator: "@", omittingEmptySubsequences: false).joined(separator: blanks)
            return item.first == "-" ? "\(blanks)\(text)\n" : "\(text)\n"
        }.joined()
    }
}
