/// A line of a Dockerfile as the builder reads it: joined with those that continue it, without comments between them.
struct DockerfileLine: Equatable {
    /// The number, from 1, of the line that it begins with.
    let number: Int
    let text: String

    /// The images that a `FROM` or a `--from=` names.
    var images: [String] {
        let words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
        let option = "--from="
        let sources = words.filter { $0.lowercased().hasPrefix(option) }.map { String($0.dropFirst(option.count)) }
        guard words.first?.lowercased() == "from" else { return sources }
        return sources + words.dropFirst().filter { !$0.hasPrefix("--") }.prefix(1)
    }

    static func all(in dockerfile: String) -> [DockerfileLine] {
        let escape = escapeCharacter(of: dockerfile)
        var lines: [DockerfileLine] = []
        var pending: (number: Int, text: String)?
        for (index, line) in physicalLines(of: dockerfile).enumerated() {
            if line.first(where: { !$0.isBlank }) == UInt8(ascii: "#") { continue }
            let content = line.prefix((line.lastIndex { !$0.isBlank } ?? line.startIndex - 1) + 1 - line.startIndex)
            let continues = content.last == escape
            let part = String(decoding: continues ? content.dropLast() : line, as: UTF8.self)
            let isWithinLine = pending != nil
            if !isWithinLine { pending = (index + 1, "") }
            // In place: a copy for each line that continues another would take forever in a hostile text.
            pending?.text += part
            // The builder passes over empty lines within a joined one.
            if continues || (isWithinLine && content.isEmpty) { continue }
            if let joined = pending { lines.append(DockerfileLine(number: joined.number, text: joined.text)) }
            pending = nil
        }
        if let pending { lines.append(DockerfileLine(number: pending.number, text: pending.text)) }
        return lines
    }

    private static func physicalLines(of text: String) -> [ArraySlice<UInt8>] {
        Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// A comment `# escape=` in front of everything else chooses the character.
    private static func escapeCharacter(of dockerfile: String) -> UInt8 {
        for line in physicalLines(of: dockerfile) {
            let text = String(decoding: line.filter { !$0.isBlank }, as: UTF8.self).lowercased()
            guard text.hasPrefix("#") else { break }
            if text == "#escape=`" { return UInt8(ascii: "`") }
        }
        return UInt8(ascii: "\\")
    }
}

extension UInt8 {
    /// A blank, a tab or a carriage return.
    fileprivate var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
    }
}
