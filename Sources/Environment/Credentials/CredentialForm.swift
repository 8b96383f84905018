/// Recognizes likely credentials by the name of their variable or by their format.
enum CredentialForm {
    /// Whether the value is literal: not empty, and neither a reference nor a placeholder.
    static func isLiteral(_ value: String) -> Bool {
        let isPlaceholder = value.hasPrefix("<") && value.hasSuffix(">")
        return !value.isEmpty && !value.hasPrefix("$") && !isPlaceholder && value != "***"
    }

    static func looksLikeSecretName(_ name: String) -> Bool {
        let words = ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "APIKEY", "ACCESS_KEY", "CONNECTION_STRING"]
        let name = name.uppercased()
        return words.contains { contains(name, $0) }
    }

    /// Whether the value contains a token in a format that its service has published, such as GitHub's `ghp_…`.
    static func isToken(_ value: String) -> Bool {
        let beginnings: [(prefix: String, length: Int)] = [
            ("ghp_", 20), ("gho_", 20), ("ghs_", 20), ("ghr_", 20), ("ghu_", 20), ("github_pat_", 20),
            ("AKIA", 16), ("hf_", 30), ("pypi-AgE", 0),
            ("xoxa-", 0), ("xoxb-", 0), ("xoxp-", 0), ("xoxr-", 0), ("xoxs-", 0),
        ]
        let parts = ["AccountKey=", "SharedAccessKey=", "?sig=", "&sig=", "PRIVATE KEY-----"]
        return beginnings.contains { contains(value, prefix: $0.prefix, followedBy: $0.length) }
            || parts.contains { contains(value, $0) }
            || (value.hasPrefix("eyJ") && contains(value, ".eyJ"))
    }

    /// Compares bytes: a comparison by characters would miss a part that a combining character follows. No part matches
    /// inside another character, because all parts are ASCII.
    private static func contains(_ text: String, _ part: String) -> Bool {
        text.utf8.contains(part.utf8)
    }

    private static func contains(_ value: String, prefix: String, followedBy length: Int) -> Bool {
        value.hasPrefix(prefix)
            && value.dropFirst(prefix.count).prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }.count
                >= length
    }
}
