internal import AzureMLSupport

/// Recognizes likely credentials by their format or by the name of their file.
enum CredentialForm {
    /// Whether a value in a Dockerfile is one substitution, such as `${NAME:-default}`: `${NAME`, an operator of a
    /// builder or a shell, any text with braces in pairs, and `}`.
    ///
    /// The text, such as a default, is not looked at: it can contain more of them.
    static func isSubstitution(_ value: String) -> Bool {
        let value = Array(value.utf8)
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

    /// The files in which programs keep passwords and keys, by their names, or by those of their folder and themselves.
    static let passwordFiles: Set = [
        ".netrc", ".pypirc", "pip.conf", "pip.ini", ".condarc", ".npmrc", ".docker/config.json", ".git-credentials",
        "id_rsa", "id_ecdsa", "id_ed25519",
    ]

    /// Whether a path leads to one of ``passwordFiles``.
    static func isPasswordFile(_ path: String) -> Bool {
        let names = path.split(separator: "/")
        return [1, 2].contains { passwordFiles.contains(names.suffix($0).joined(separator: "/")) }
    }
}
