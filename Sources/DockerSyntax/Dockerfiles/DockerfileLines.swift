internal import AzureMLSupport

/// The text of a Dockerfile as the lines that a builder reads: directives, and logical lines with their here-documents.
///
/// Lexing never fails; a line holds the reason why a builder would refuse it. The rules are those of BuildKit's
/// parser (moby/buildkit, `frontend/dockerfile/parser`).
package struct DockerfileLines: Sendable, Hashable {
    /// A comment at the top that is a setting, such as `# escape=`.
    package struct Directive: Sendable, Hashable {
        /// In lower-case letters: `escape`, `syntax` or `check`.
        package let name: String
        package let value: String
        /// The byte of the text at which its line begins.
        package let offset: Int
        /// The reason why a builder refuses it; `nil` when it does not.
        package let flaw: DockerfileSyntaxError?
    }

    package let bytes: [UInt8]
    package let directives: [Directive]
    /// In the order of the text; comments and empty lines are left out.
    package let lines: [DockerfileLine]

    package init(_ text: String, rules: DockerfileRules = .buildKit) {
        var lexer = DockerfileLexer(Array(text.utf8), rules)
        directives = lexer.readDirectives()
        lines = lexer.readLines()
        bytes = lexer.bytes
    }
}

/// The reason why a builder refuses a Dockerfile, and the byte of the text that is to blame.
package struct DockerfileSyntaxError: Error, Sendable, Hashable {
    /// Continues a sentence that begins with "the Dockerfile".
    package let reason: String
    package let offset: Int
}
