internal import AzureMLSupport

/// Recognizes likely credentials by their format or by the name of their file.
enum CredentialForm {
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
