/// Texts that cost much for their size, of about a given number of bytes.
package enum LargeTexts {
    package static let shapes: [(name: String, make: @Sendable (Int) -> [UInt8])] = [
        ("one long line", { size in Array("name: ".utf8) + repeating("a", to: size) }),
        ("all comments", { size in repeating("# a comment\n", to: size) }),
        ("all blank lines", { size in repeating("\n", to: size) }),
        ("short items", { size in Array("dependencies:\n".utf8) + repeating("- a\n", to: size) }),
        ("short items on brackets", { size in Array("dependencies: [".utf8) + repeating("a,", to: size) + [0x5D] }),
        ("one block scalar", { size in Array("name: |\n".utf8) + repeating("  text\n", to: size) }),
        ("one quoted scalar", { size in Array("name: \"".utf8) + repeating("\\u00e9 ", to: size) + [0x22] }),
        ("nested dashes", { size in repeating("- ", to: size) }),
        ("nested brackets", { size in repeating("[", to: size) }),
        ("nested braces", { size in repeating("{a: ", to: size) }),
        ("question marks", { size in repeating("? ", to: size) }),
        ("anchors", { size in Array("dependencies:\n".utf8) + repeating("- &a b\n", to: size) }),
        ("keys", { size in Array((0..<(size / 12)).map { "k\($0): v\n" }.joined().utf8) }),
        ("variables", { size in Array(("variables:\n" + (0..<(size / 14)).map { "  k\($0): v\n" }.joined()).utf8) }),
        ("aliases", { size in Array("variables: &a {b: c}\ndependencies:\n".utf8) + repeating("- x: *a\n", to: size) }),
        ("carriage returns", { size in repeating("\r", to: size) }),
        ("nulls", { size in [UInt8](repeating: 0, count: size) }),
        ("bytes that are no UTF-8", { size in [UInt8](repeating: 0xFF, count: size) }),
        ("comments below one item", { size in Array("dependencies:\n- a\n".utf8) + repeating("  # b\n", to: size) }),
        ("tabs", { size in Array("name:".utf8) + repeating("\t", to: size) }),
        ("a directive", { size in Array("%YAML ".utf8) + repeating("1", to: size) }),
        ("directives", { size in repeating("%TAG !a! b\n", to: size) }),
        ("colons", { size in repeating("a:\n", to: size) }),
        ("documents", { size in repeating("---\n", to: size) }),
        ("digits", { size in Array("prefix: ".utf8) + repeating("7", to: size) }),
        ("hexadecimal digits", { size in Array("prefix: 0x".utf8) + repeating("7", to: size) }),
    ]

    /// Aliases that stand for nine to the power of nine values.
    package static let aliasBomb: [UInt8] = {
        var lines = ["variables:", "  a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        for level in 1...9 {
            lines.append(
                "  a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",") + "]"
            )
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }()

    private static func repeating(_ text: String, to size: Int) -> [UInt8] {
        let unit = Array(text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        while bytes.count + unit.count <= size { bytes += unit }
        return bytes
    }
}
