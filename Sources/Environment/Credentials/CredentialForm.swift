internal import AzureMLSupport

/// Recognizes likely credentials by the name of their variable or by their format.
enum CredentialForm {
    /// Whether the value is literal: not empty, and neither a reference, a placeholder nor masked.
    static func isLiteral(_ value: String) -> Bool {
        !value.isEmpty && !ReferenceGrammar.conda.withholds(Array(value.utf8)[...])
    }

    /// Whether a value in a Dockerfile is literal: also not one substitution, such as `${NAME:-default}`.
    static func isLiteralInDockerfile(_ value: String) -> Bool {
        isLiteral(value) && !isSubstitution(Array(value.utf8))
    }

    /// Whether the value is `${NAME`, an operator of a builder or a shell, any text with braces in pairs, and `}`.
    ///
    /// The text, such as a default, is not looked at: it can contain more of them.
    private static func isSubstitution(_ value: [UInt8]) -> Bool {
        guard value.starts(with: "${".utf8) else { return false }
        let rest = value.dropFirst(2).drop { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") }
        guard rest.startIndex > 2, let mark = rest.first, ":-+?#%/".utf8.contains(mark) else { return false }
        var depth = 1
        for (index, byte) in zip(rest.indices, rest) {
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return index + 1 == value.endIndex }
        }
        return false
    }

    private static let secretWords = [
        "PASSWORD", "PASSWD", "SECRET", "TOKEN", "APIKEY", "ACCESS_KEY", "CONNECTION_STRING",
    ].map { Array($0.utf8) }

    /// Compares bytes: a comparison by characters would miss a word that a combining character follows. No word matches
    /// inside another character, because all words are ASCII.
    static func looksLikeSecretName(_ name: String) -> Bool {
        let name = Array(name.uppercased().utf8)
        return name.indices.contains { start in secretWords.contains { name[start...].starts(with: $0) } }
    }

    /// Whether a member of a definition is called like a secret, also with other underscores: `pass_word`.
    static func looksLikeSecretMember(_ name: String) -> Bool {
        looksLikeSecretName(name) || looksLikeSecretName(name.replacing("_", with: ""))
    }

    /// Whether the value contains a token in a format that its service has published, such as GitHub's `ghp_…`.
    static func isToken(_ value: String) -> Bool { TokenForm.isToken(value.utf8) }

    /// The names of files in which programs keep passwords and keys.
    static let passwordFiles: Set = [".netrc", ".pypirc", "pip.conf", ".condarc", "id_rsa", ".git-credentials"]
}
