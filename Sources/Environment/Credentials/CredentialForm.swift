/// What credentials look like, by the name of a variable or by their own form.
enum CredentialForm {
    /// Whether the value stands for itself: not empty, no reference, no placeholder.
    static func isLiteral(_ value: String) -> Bool {
        let isPlaceholder = value.hasPrefix("<") && value.hasSuffix(">")
        return !value.isEmpty && !value.hasPrefix("$") && !isPlaceholder && value != "***"
    }

    static func isNameOfSecret(_ name: String) -> Bool {
        let words = ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "APIKEY", "ACCESS_KEY", "CONNECTION_STRING"]
        let name = name.uppercased()
        return words.contains { holds(name, $0) }
    }

    /// Whether a token of a form that services publish stands in the value.
    static func isToken(_ value: String) -> Bool {
        let beginnings: [(prefix: String, length: Int)] = [
            ("ghp_", 20), ("gho_", 20), ("ghs_", 20), ("ghr_", 20), ("ghu_", 20), ("github_pat_", 20),
            ("AKIA", 16), ("hf_", 30), ("pypi-AgE", 0),
            ("xoxa-", 0), ("xoxb-", 0), ("xoxp-", 0), ("xoxr-", 0), ("xoxs-", 0),
        ]
        let parts = ["AccountKey=", "SharedAccessKey=", "?sig=", "&sig=", "PRIVATE KEY-----"]
        return beginnings.contains { holds(value, prefix: $0.prefix, followedBy: $0.length) }
            || parts.contains { holds(value, $0) }
            || (value.hasPrefix("eyJ") && holds(value, ".eyJ"))
    }

    /// Compares bytes: no part is found within a character, and none hides behind a combining one.
    private static func holds(_ text: String, _ part: String) -> Bool {
        text.utf8.contains(part.utf8)
    }

    private static func holds(_ value: String, prefix: String, followedBy length: Int) -> Bool {
        value.hasPrefix(prefix)
            && value.dropFirst(prefix.count).prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }.count
                >= length
    }
}
