internal import AzureMLSupport

/// A logical line: a line joined with its continuation lines, without comments and empty lines between them.
package struct DockerfileLine: Sendable, Hashable {
    /// The 1-based number of its first line in the text.
    package let number: Int
    /// The byte offset in the text at which it begins, after leading whitespace.
    package let offset: Int
    /// The joined text, without the escape characters that continue its lines, and without its here-documents.
    package let bytes: [UInt8]
    package let instruction: InstructionText
    /// The here-documents in the order in which the line names them.
    package let documents: [HereDocument]
    /// The reason why a builder rejects the line; `nil` when it does not.
    package let flaw: DockerfileSyntaxError?

    /// The words that name images, wherever a builder accepts one: after `FROM`, in `--from=` and in a mount's `from=`.
    package var imageNames: [String] {
        let words = instruction.arguments.split(whereSeparator: \.isASCIIWhitespace).map(Array.init)
        // Options are taken from the arguments too, for every instruction: builders differ on where options end.
        let flags = (instruction.trigger ?? instruction).flags.map { Array($0.utf8) }
        // A set, because comparing each word with all options would be quadratic.
        let known = Set(flags)
        let options = flags + words.filter { $0.starts(with: "--".utf8) && !known.contains($0) }
        var names = instruction.keyword == "FROM" ? Array(words.prefix(1)) : []
        for option in options {
            if let name = Self.value(of: "--from", in: option) { names.append(name) }
            // The settings are separated by commas, and each can have quotes.
            let settings = Self.value(of: "--mount", in: option)?.split(separator: UInt8(ascii: ",")) ?? []
            names += settings.compactMap { setting in
                Self.value(of: "from", in: setting.filter { $0 != UInt8(ascii: "\"") })
            }
        }
        return names.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Returns the bytes after `name=`, with the name in any letter case.
    private static func value(of name: String, in option: [UInt8]) -> [UInt8]? {
        let mark = Array("\(name)=".utf8)
        guard option.prefix(mark.count).map(\.lowercasedASCII) == mark else { return nil }
        return Array(option.dropFirst(mark.count))
    }
}
