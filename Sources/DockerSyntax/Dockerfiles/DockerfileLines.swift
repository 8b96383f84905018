internal import AzureMLSupport

/// The text of a Dockerfile as the lines that a builder reads: directives, and logical lines with their here-documents.
///
/// Lexing never fails; a line that a builder would reject states the reason. The rules are those of BuildKit's parser
/// (moby/buildkit, `frontend/dockerfile/parser`).
package struct DockerfileLines: Sendable, Hashable {
    /// A comment at the top that is a setting, such as `# escape=`.
    package struct Directive: Sendable, Hashable {
        /// The name in lower case: `escape`, `syntax` or `check`.
        package let name: String
        package let value: String
        /// The 1-based number of its line in the text.
        let number: Int
        /// The byte offset in the text at which its line begins.
        package let offset: Int
        /// The reason why a builder rejects the directive; `nil` when it does not.
        package let flaw: DockerfileSyntaxError?
    }

    package let bytes: [UInt8]
    package let directives: [Directive]
    /// The logical lines in the order of the text, without comments and empty lines.
    package let lines: [DockerfileLine]

    package init(_ text: String, rules: DockerfileRules = .buildKit) {
        var lexer = DockerfileLexer(Array(text.utf8), rules)
        directives = lexer.readDirectives()
        lines = lexer.readLines()
        bytes = lexer.bytes
    }

    /// The path of a Dockerfile that was given in place of its text: a single line that is neither a comment nor an
    /// instruction with arguments, without the whitespace at its ends. `nil` for any other text.
    package static func path(inPlaceOf text: String) -> String? {
        let bytes = Array(text.utf8)[...].trimmed
        guard !bytes.contains(.newline), let instruction = DockerfileLines(text).lines.first?.instruction,
            !instruction.isKnown || instruction.arguments.isEmpty
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The reason why a builder rejects a Dockerfile, and the byte offset of the cause in the text.
package struct DockerfileSyntaxError: Error, Sendable, Hashable {
    /// The rest of a sentence that begins with "the Dockerfile".
    package let reason: String
    package let offset: Int
}
