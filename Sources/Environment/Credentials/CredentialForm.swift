internal import AzureMLSupport

/// Recognizes likely credentials by the name of their variable or by their format.
enum CredentialForm {
    /// Whether the value is literal: not empty, and neither a reference nor a placeholder.
    static func isLiteral(_ value: String) -> Bool {
        let isPlaceholder = value.hasPrefix("<") && value.hasSuffix(">")
        return !value.isEmpty && !isReference(value) && !isPlaceholder && value != "***"
    }

    /// Whether the value is `$NAME`, or begins with `${`: Dockerfiles have many forms of it, such as
    /// `${NAME:-default}`.
    private static func isReference(_ value: String) -> Bool {
        value.hasPrefix("${") || ReferenceGrammar.conda.isReference(Array(value.utf8)[...])
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

    /// Whether the value contains a token in a format that its service has published, such as GitHub's `ghp_…`.
    static func isToken(_ value: String) -> Bool { TokenForm.isToken(value.utf8) }

    /// The names of files in which programs keep passwords and keys.
    static let passwordFiles: Set = [".netrc", ".pypirc", "pip.conf", ".condarc", "id_rsa", ".git-credentials"]
}
