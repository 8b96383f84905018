/// Recognizes likely secrets by the names of their variables and members.
package enum SecretName {
    private static let words = [
        "PASSWORD", "PASSWD", "SECRET", "TOKEN", "APIKEY", "ACCESS_KEY", "CONNECTION_STRING",
    ].map { Array($0.utf8) }

    /// Whether a variable is called like a secret.
    ///
    /// Compares bytes: a comparison by characters would miss a word that a combining character follows. No word matches
    /// inside another character, because all words are ASCII.
    package static func isVariable(_ name: String) -> Bool {
        let name = Array(name.uppercased().utf8)
        return name.indices.contains { start in words.contains { name[start...].starts(with: $0) } }
    }

    /// Whether a member of a definition is called like a secret, also with other underscores: `pass_word`.
    package static func isMember(_ name: String) -> Bool {
        isVariable(name) || isVariable(name.replacing("_", with: ""))
    }

    /// Whether the value is literal: not empty, and neither a reference, a placeholder nor masked.
    package static func isLiteral(_ value: String) -> Bool {
        !value.isEmpty && !ReferenceGrammar.conda.withholds(Array(value.utf8)[...])
    }

    /// Whether a line of JSON or YAML can have a member called like a secret: such a name, and a colon after it.
    static func isMember(inLine line: String) -> Bool {
        line.utf8.lastIndex(of: UInt8(ascii: ":")).map { isMember(String(line[..<$0])) } ?? false
    }
}
