/// Recognizes likely secrets by the names of their variables and members.
package enum SecretName {
    /// The words that such a name contains, in any case, and with or without `_` and `-`.
    package static let words = [
        "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "SECRET_KEY", "TOKEN", "CREDENTIAL", "API_KEY", "ACCESS_KEY",
        "ACCOUNT_KEY", "STORAGE_KEY", "PRIVATE_KEY", "CONNECTION_STRING",
    ]

    /// The words that mean a secret only where no letter precedes them: `DB_PASS`, but not `BYPASS`.
    package static let shortWords = ["PASS", "PWD"]

    /// The words at the end of a name that make it the name of something else, such as of a file with a password.
    package static let endings = ["FILE", "NAME", "PATH", "APPLICATION_CREDENTIALS"]

    /// Whether a variable is called like a secret, and its value is literal.
    ///
    /// A variable such as `MAX_TOKENS` with a number or a boolean counts or limits the tokens of a text. A shell keeps
    /// the path of its folder in `PWD`.
    ///
    /// - Parameters:
    ///   - name: The name of the variable.
    ///   - value: Its value.
    ///   - references: The spelling of references in the value.
    /// - Returns: Whether the value can be a secret.
    package static func isSecret(
        variable name: String,
        value: String,
        references: ReferenceGrammar = .conda
    ) -> Bool {
        guard isLiteral(value, references), name != "PWD", isMember(name) else { return false }
        return !isNumberOrBoolean(value) || NameLetters(name).containSecret(exceptPluralOf: "TOKEN")
    }

    /// Whether a member of a definition is called like a secret.
    package static func isMember(_ name: String) -> Bool {
        let letters = NameLetters(name)
        return letters.containSecret() && !endings.contains { letters.end(with: $0) }
    }

    /// Whether the value is literal: not empty, and neither a reference, a placeholder nor masked.
    package static func isLiteral(_ value: String, _ references: ReferenceGrammar = .conda) -> Bool {
        !value.isEmpty && !references.withholds(Array(value.utf8)[...])
    }

    /// Whether a line of JSON or YAML can have a member called like a secret: such a name, and a colon after it.
    static func isMember(inLine line: String) -> Bool {
        // The end of the line's last name says nothing about the names before it.
        line.utf8.lastIndex(of: UInt8(ascii: ":")).map { NameLetters(String(line[..<$0])).containSecret() } ?? false
    }

    private static func isNumberOrBoolean(_ value: String) -> Bool {
        Double(value) != nil || ["true", "false"].contains(value.lowercased())
    }
}
