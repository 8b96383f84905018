internal import AzureMLSupport

/// The text of a Dockerfile as the lines that a builder reads: directives, and logical lines with their here-documents.
///
/// Every text has lines; what a builder would refuse is a ``Flaw`` beside the line that has it. The rules are those of
/// BuildKit's parser (moby/buildkit, `frontend/dockerfile/parser`).
package struct DockerfileLines: Sendable, Hashable {
    /// A comment at the top that is a setting, such as `# escape=`.
    package struct Directive: Sendable, Hashable {
        /// In lower-case letters: `escape`, `syntax` or `check`.
        package let name: String
        package let value: String
        /// The byte of the text at which its line begins.
        package let offset: Int
        package let flaw: Flaw?
    }

    /// The reason why a builder refuses a line.
    package enum Flaw: Error, Sendable, Hashable {
        case directiveTwice(name: String)
        case escapeInvalid
        case unfinished
        case documentWithoutName
        case documentWithoutEnd(name: String)
    }

    package let bytes: [UInt8]
    package let directives: [Directive]
    /// In the order of the text; comments and empty lines are left out.
    package let lines: [DockerfileLine]

    package init(_ text: String) {
        var lexer = DockerfileLexer(Array(text.utf8))
        directives = lexer.readDirectives()
        lines = lexer.readLines()
        bytes = lexer.bytes
    }
}

/// A logical line: a line with those that continue it, without the comments and empty lines among them.
package struct DockerfileLine: Sendable, Hashable {
    /// The number, from 1, of the line of the text that it begins with.
    package let number: Int
    /// The byte of the text at which it begins, after leading white space.
    package let offset: Int
    /// The joined text, without the escape characters that continue its lines, and without its here-documents.
    package let bytes: [UInt8]
    /// In the order in which the line names them.
    package let documents: [HereDocument]
    package let flaw: DockerfileLines.Flaw?

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The words that name images, wherever a builder takes one: after `FROM`, in `--from=` and in a mount's `from=`.
    package var imageNames: [String] {
        let words = bytes.split(whereSeparator: \.isASCIIWhitespace).map { String(decoding: $0, as: UTF8.self) }
        var names: [String] = []
        if keyword == "FROM" { names += words.dropFirst().filter { !$0.hasPrefix("--") }.prefix(1) }
        for word in words {
            if word.hasPrefix("--from=") { names.append(String(word.dropFirst(7))) }
            guard word.hasPrefix("--mount=") else { continue }
            let settings = word.dropFirst(8).split(separator: ",")
            names += settings.filter { $0.hasPrefix("from=") }.map { String($0.dropFirst(5)) }
        }
        return names
    }

    /// The first word in capitals; empty for a line of white space alone.
    package var keyword: String { Self.keyword(bytes.trimmed) }

    /// The first word, its ASCII letters in capitals: a letter such as `ſ` stays, though it has a capital in ASCII.
    static func keyword(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: text.prefix { !$0.isASCIIWhitespace }.map(\.uppercasedASCII), as: UTF8.self)
    }
}
