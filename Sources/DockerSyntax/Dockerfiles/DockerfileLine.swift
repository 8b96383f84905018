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
        let words = instruction.arguments.split(whereSeparator: \.isASCIIWhitespace)
            .map { String(decoding: $0, as: UTF8.self) }
        // ONBUILD has its options among the arguments.
        let options = instruction.flags + words.filter { $0.hasPrefix("--") }
        var names: [String] = instruction.keyword == "FROM" ? Array(words.prefix(1)) : []
        for option in options {
            if option.hasPrefix("--from=") { names.append(String(option.dropFirst(7))) }
            guard option.hasPrefix("--mount=") else { continue }
            let settings = option.dropFirst(8).split(separator: ",")
            names += settings.filter { $0.hasPrefix("from=") }.map { String($0.dropFirst(5)) }
        }
        return names
    }
}
