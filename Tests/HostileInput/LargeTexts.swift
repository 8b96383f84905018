/// Texts that are expensive for their size, of at most a given number of bytes and only slightly less.
package enum LargeTexts {
    package static let shapes: [(name: String, make: @Sendable (Int) -> [UInt8])] =
        (blanks + repetitions).map { shape in
            (shape.name, { @Sendable in text(shape.start, repeating: shape.unit, shape.end, to: $0) })
        }
        + counted.map { shape in (shape.name, { @Sendable in text(shape.start, counting: shape.unit, to: $0) }) }
        + [
            ("bytes that are not UTF-8", { @Sendable in [UInt8](repeating: 0xFF, count: $0) }),
            (
                "comments after blanks",
                { @Sendable size in
                    text(
                        "name: a\n" + String(repeating: " ", count: size / 2),
                        repeating: "#azureml: ignore a",
                        "",
                        to: size
                    )
                }
            ),
        ]

    private typealias Repetition = (name: String, start: String, unit: String, end: String)

    /// Texts that are nearly all between two entries, or before one.
    private static let blanks: [Repetition] = [
        ("a wide gap after a dash", "dependencies:\n-", " ", "a\n"),
        ("a wide gap after the second dash", "dependencies:\n- a\n-", " ", "b\n"),
        ("deep indentation", "dependencies:\n", " ", "- a\n"),
        ("blank lines between two items", "dependencies:\n- a\n", "\n", "- b\n"),
        ("lines of blanks between two items", "dependencies:\n- a\n", "   \n", "- b\n"),
        ("a wide separator in a flow list", "dependencies: [a,", " ", "b]\n"),
        ("a separator of many lines in a flow list", "dependencies: [a,", "\n ", "b]\n"),
        ("a wide gap after a key", "dependencies:", " ", "[a]\n"),
        ("a wide gap before a comment", "dependencies:\n- a", " ", "# b\n"),
    ]

    private static let repetitions: [Repetition] = [
        ("one long line", "name: ", "a", ""),
        ("all comments", "", "# a comment\n", ""),
        ("all blank lines", "", "\n", ""),
        ("short items", "dependencies:\n", "- a\n", ""),
        ("short items in brackets", "dependencies: [", "a,", "]"),
        ("one block scalar", "name: |\n", "  text\n", ""),
        ("one quoted scalar", "name: \"", "\\u00e9 ", "\""),
        ("nested dashes", "", "- ", ""),
        ("nested brackets", "", "[", ""),
        ("nested braces", "", "{a: ", ""),
        ("question marks", "", "? ", ""),
        ("anchors", "dependencies:\n", "- &a b\n", ""),
        ("aliases", "variables: &a {b: c}\ndependencies:\n", "- x: *a\n", ""),
        ("carriage returns", "", "\r", ""),
        ("comments below one item", "dependencies:\n- a\n", "  # b\n", ""),
        ("tabs", "name:", "\t", ""),
        ("a directive", "%YAML ", "1", ""),
        ("colons", "", "a:\n", ""),
        ("documents", "", "---\n", ""),
        ("digits", "prefix: ", "7", ""),
        ("hexadecimal digits", "prefix: 0x", "7", ""),
        ("nulls", "", "\0", ""),
        (
            "items in many brackets", "variables:\n  a: " + String(repeating: "[", count: 200), "x,",
            String(repeating: "]", count: 200)
        ),
        ("suppressing comments", "dependencies: [a] ", "#azureml: ignore a ", ""),
        ("options", "dependencies:\n- pip:\n  - ", "--pre ", ""),
        ("references", "dependencies:\n- pip:\n  - ", "$a", ""),
    ]

    /// `$` is replaced by a number that is different each time.
    private static let counted: [(name: String, start: String, unit: String)] = [
        ("keys", "", "k$: v\n"),
        ("variables", "variables:\n", "  k$: v\n"),
        ("directives", "", "%TAG !a$! b\n"),
    ]

    /// Aliases that expand to nine to the power of ten values.
    package static let aliasBomb: [UInt8] = {
        var lines = ["variables:", "  a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        for level in 1...9 {
            lines.append(
                "  a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",") + "]"
            )
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }()

    private static func text(_ start: String, repeating unit: String, _ end: String, to size: Int) -> [UInt8] {
        let count = max(0, size - start.utf8.count - end.utf8.count) / unit.utf8.count
        var bytes = Array(start.utf8)
        bytes.reserveCapacity(size)
        for _ in 0..<count { bytes += unit.utf8 }
        return bytes + end.utf8
    }

    private static func text(_ start: String, counting unit: String, to size: Int) -> [UInt8] {
        var bytes = Array(start.utf8)
        for number in 0... {
            let next = unit.replacing("$", with: "\(number)").utf8
            guard bytes.count + next.count <= size else { break }
            bytes += next
        }
        return bytes
    }
}
