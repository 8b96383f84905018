@testable import CondaDependencies

/// A specification as lines without line ends, and the entry after the dash of each.
///
/// Each entry of a flow list counts as a line, because every edit of the list changes the line that it is in.
struct SpecificationLines {
    let texts: [String]
    /// The text of each line's entry, without quotes and comment; `nil` for lines that are not list items.
    let items: [String?]

    init(of dependencies: CondaDependencies) {
        texts = Self.lines(of: dependencies).flatMap(Self.entries)
        items = texts.map(Self.item)
    }

    static func lines(of dependencies: CondaDependencies) -> [String] {
        let lines = dependencies.bytes.filter { $0 != UInt8(ascii: "\r") }
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        return lines.last == "" ? lines.dropLast() : lines
    }

    /// Returns all lines except some items and the comments that belong to them: those directly above in the item's
    /// column, and those directly below that are indented more.
    func without(_ positions: [Int]) -> [String] {
        var left = Set(texts.indices)
        for position in positions {
            let column = Self.column(of: texts[position])
            let above = (0..<position).reversed().prefix { isComment($0) && Self.column(of: texts[$0]) == column }
            let below = (position + 1..<texts.count).prefix { isComment($0) && Self.column(of: texts[$0]) > column }
            left.subtract([position] + above + below)
        }
        return left.sorted().map { texts[$0] }
    }

    private func isComment(_ position: Int) -> Bool {
        texts[position].utf8.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "#")
    }

    private static func column(of line: String) -> Int {
        line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    }

    private static func entries(of line: String) -> [String] {
        guard line.prefixMatch(of: /(?:[a-z]+: *|- pip: *)?[\[{]/) != nil else { return [line] }
        return line.split { "[]{},".contains($0) }.map { $0.trimmingBlanks }.filter { !$0.isEmpty }.map { "- \($0)" }
    }

    private static func item(of line: String) -> String? {
        let text = line.trimmingBlanks
        guard text.utf8.starts(with: "- ".utf8) else { return nil }
        var entry = text.dropFirst().trimmingBlanks
        if let comment = entry.firstRange(of: " #") { entry = entry[..<comment.lowerBound].trimmingBlanks }
        for quote in ["'", "\""] where entry.count > 1 && entry.hasPrefix(quote) && entry.hasSuffix(quote) {
            return String(entry.dropFirst().dropLast())
        }
        return String(entry)
    }
}
