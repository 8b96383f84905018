/// A location in text: a file, a line and a column.
///
/// Lines and columns are counted from 1; columns count UTF-8 code units, as compilers do.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
    /// The file's path as the caller gave it; `nil` for text that does not come from a file.
    public let file: String?
    /// The 1-based line; `nil` when the whole file is meant.
    public let line: Int?
    /// The 1-based column in UTF-8 code units; `nil` when the whole line or file is meant.
    public let column: Int?
    /// The text of that line, shown below an error with a caret.
    public let excerpt: String?

    package init(file: String?, line: Int? = nil, column: Int? = nil, excerpt: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.excerpt = excerpt
    }

    /// `file:line:column`, as editors and terminals understand it.
    public var description: String {
        let position = [line, column].compactMap { $0.map(String.init) }
        return ([(file ?? "<text>").escapingControlCharacters] + position).joined(separator: ":")
    }

    /// The same location in a file of another name.
    package func inFile(_ file: String) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column, excerpt: excerpt)
    }

    /// The same location with user names and passwords in URLs masked.
    var maskingCredentials: SourceLocation {
        SourceLocation(
            file: file?.maskingCredentials,
            line: line,
            column: column,
            // JSON and YAML may write a slash as an escape, where a URL is not recognized, and only its name shows that
            // a value is a secret: such lines are not quoted.
            excerpt: excerpt.flatMap {
                $0.hidesCredential || SecretName.isMember(inLine: $0) ? nil : $0.maskingCredentials
            }
        )
    }

    /// The line and a caret below the column, each indented by four spaces; `nil` without an excerpt.
    package var caretSnippet: String? {
        guard let excerpt, let column else { return nil }
        let before = String(decoding: excerpt.utf8.prefix(max(0, column - 1)), as: UTF8.self)
        // East Asian wide characters take two columns of a terminal.
        let padding = before.escapingControlCharacters.map { $0.isWide ? "  " : " " }.joined()
        return "    \(excerpt.escapingControlCharacters)\n    \(padding)^"
    }
}

extension Character {
    /// Whether terminals show the character in two columns.
    fileprivate var isWide: Bool {
        guard let value = unicodeScalars.first?.value else { return false }
        return (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
            || (0xAC00...0xD7A3).contains(value)
            || (0xF900...0xFAFF).contains(value) || (0xFE30...0xFE6F).contains(value)
            || (0xFF00...0xFF60).contains(value) || (0xFFE0...0xFFE6).contains(value)
            || (0x1F300...0x1FAFF).contains(value) || (0x20000...0x3FFFD).contains(value)
            || unicodeScalars.contains { $0.properties.isEmojiPresentation }
    }
}

extension String {
    /// Whether escapes can hide a URL with a credential. Only the parser of the text knows its escapes, so that every
    /// line with an escape and a colon counts.
    fileprivate var hidesCredential: Bool { utf8.contains(UInt8(ascii: "\\")) && utf8.contains(UInt8(ascii: ":")) }
}
