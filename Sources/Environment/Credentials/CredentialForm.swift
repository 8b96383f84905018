internal import AzureMLSupport

/// Recognizes likely credentials by their format or by the name of their file.
enum CredentialForm {
    /// A default can be a substitution again, as deep as the text is long, and each one is read to its end.
    private static let maximumDefaults = 8

    /// Whether a value in a Dockerfile is one substitution, `${NAME`, an operator of a builder or a shell, a text with
    /// braces in pairs, and `}`, without a literal as the default: `${NAME%.*}` and `${NAME:-${OTHER}}`, but not
    /// `${NAME:-hunter2}`.
    static func isSubstitution(_ value: String) -> Bool {
        var value = Array(value.utf8)[...]
        for _ in 0..<maximumDefaults {
            guard let content = contentOfSubstitution(value), let (mark, text) = operation(content) else {
                return false
            }
            guard mark == UInt8(ascii: "-") else { return true }
            if text.isEmpty || ReferenceGrammar.shell.withholds(text) { return true }
            value = text
        }
        return false
    }

    /// The text between `${` and the `}` that closes it at the end of the value; `nil` for any other value.
    private static func contentOfSubstitution(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard value.starts(with: "${".utf8), value.last == UInt8(ascii: "}") else { return nil }
        let content = value.dropFirst(2).dropLast()
        var depth = 0
        for byte in content {
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth < 0 { return nil }
        }
        return depth == 0 ? content : nil
    }

    /// The operator after the name of a variable, without a colon before it, and the text after the operator.
    private static func operation(_ content: ArraySlice<UInt8>) -> (mark: UInt8, text: ArraySlice<UInt8>)? {
        let rest = content.drop(while: \.isWordCharacter)
        guard rest.startIndex > content.startIndex, let first = rest.first, ":-+?#%/".utf8.contains(first) else {
            return nil
        }
        let text = rest.dropFirst()
        let hasColon = first == UInt8(ascii: ":") && text.first.map("-+?".utf8.contains) == true
        return hasColon ? (text[text.startIndex], text.dropFirst()) : (first, text)
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
