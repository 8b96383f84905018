internal import AzureMLSupport

/// Recognizes likely credentials by their format or by the name of their file.
enum CredentialForm {
    /// Whether a value in a Dockerfile is literal: also not one substitution, such as `${NAME:-default}`.
    static func isLiteralInDockerfile(_ value: String) -> Bool {
        SecretName.isLiteral(value) && !isSubstitution(Array(value.utf8))
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

    /// Whether the value contains a token in a format that its service has published, such as GitHub's `ghp_…`.
    static func isToken(_ value: String) -> Bool { TokenForm.isToken(value.utf8) }

    /// The names of files in which programs keep passwords and keys.
    static let passwordFiles: Set = [".netrc", ".pypirc", "pip.conf", ".condarc", "id_rsa", ".git-credentials"]
}
