internal import AzureMLSupport

/// A logical line: a line with those that continue it, without the comments and empty lines among them.
package struct DockerfileLine: Sendable, Hashable {
    /// The number, from 1, of the line of the text that it begins with.
    package let number: Int
    /// The byte of the text at which it begins, after leading white space.
    package let offset: Int
    /// The joined text, without the escape characters that continue its lines, and without its here-documents.
    package let bytes: [UInt8]
    package let instruction: InstructionText
    /// In the order in which the line names them.
    package let documents: [HereDocument]
    /// The reason why a builder refuses it; `nil` when it does not.
    package let flaw: DockerfileSyntaxError?

    /// The words that name images, wherever a builder takes one: after `FROM`, in `--from=` and in a mount's `from=`.
    package var imageNames: [String] {
        let words = instruction.arguments.split(whereSeparator: \.isASCIIWhitespace).map(Array.init)
        // Among the arguments, too, whatever the instruction: builders differ on where options end.
        let flags = (instruction.trigger ?? instruction).flags.map { Array($0.utf8) }
        let options = flags + words.filter { $0.starts(with: "--".utf8) && !flags.contains($0) }
        var names = instruction.keyword == "FROM" ? Array(words.prefix(1)) : []
        for option in options {
            if let name = Self.value(of: "--from", in: option) { names.append(name) }
            // Settings are values separated by commas, each with quotes or without.
            let settings = Self.value(of: "--mount", in: option)?.split(separator: UInt8(ascii: ",")) ?? []
            names += settings.compactMap { setting in
                Self.value(of: "from", in: setting.filter { $0 != UInt8(ascii: "\"") })
            }
        }
        return names.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes after `name=`, whatever the case of the name.
    private static func value(of name: String, in option: [UInt8]) -> [UInt8]? {
        let mark = Array("\(name)=".utf8)
        guard option.prefix(mark.count).map(\.lowercasedASCII) == mark else { return nil }
        return Array(option.dropFirst(mark.count))
    }
}
