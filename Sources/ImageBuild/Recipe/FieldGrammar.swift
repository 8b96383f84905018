internal import AzureMLSupport

/// The allow-lists for what a definition puts into a Dockerfile.
///
/// All of them are made of characters that mean nothing to a shell, to R between single quotes, or to a Dockerfile, so
/// that nothing needs to be quoted.
enum FieldGrammar {
    static let lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

    /// Whether a text has none but these ASCII characters, and at least one.
    static func isMadeOf(_ text: some StringProtocol, _ characters: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(Set(characters.utf8).contains)
    }

    /// Whether the first character is a letter or digit of ASCII, so that no program takes the text for an option.
    private static func beginsPlainly(_ text: some StringProtocol) -> Bool {
        isMadeOf(text.prefix(1), lettersAndDigits)
    }

    static func isVersion(_ text: some StringProtocol) -> Bool {
        beginsPlainly(text) && isMadeOf(text, lettersAndDigits + ".+_-")
    }

    /// R's own rule: letters, digits and periods, a letter first.
    static func isRName(_ text: some StringProtocol) -> Bool {
        isMadeOf(text.prefix(1), String(lettersAndDigits.dropLast(10))) && isMadeOf(text, lettersAndDigits + ".")
    }

    /// A group or a name in Maven's coordinates.
    static func isMavenName(_ text: some StringProtocol) -> Bool {
        beginsPlainly(text) && isMadeOf(text, lettersAndDigits + "._-")
    }

    /// `YYYY-MM-DD`.
    static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ isMadeOf($0, "0123456789") }),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return 1...12 ~= month && 1...31 ~= day
    }

    /// `http` or `https`, a host and a path, without user name, query and fragment.
    static func isWebAddress(_ text: String) -> Bool {
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
            let rest = text.dropFirst(scheme.count)
            return beginsPlainly(rest) && isMadeOf(rest, lettersAndDigits + "._~:/%+=-")
        }
        return false
    }

    /// `owner/repo[/subdir][@ref|#pull]`, as R's `remotes` reads it.
    static func isGitHubRepository(_ text: String) -> Bool {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { return isGitHubPath(parts[0]) && isGitReference(parts[1]) }
        let pullParts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        if pullParts.count == 2 { return isGitHubPath(pullParts[0]) && isMadeOf(pullParts[1], "0123456789") }
        return isGitHubPath(text[...])
    }

    private static func isGitHubPath(_ text: Substring) -> Bool {
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        guard names.count >= 2, let owner = names.first else { return false }
        return isMadeOf(owner, lettersAndDigits + "-") && beginsPlainly(owner)
            && names.dropFirst().allSatisfy { name in
                isMadeOf(name, lettersAndDigits + "._-") && !name.hasPrefix("-") && name != "." && name != ".."
            }
    }

    private static func isGitReference(_ text: Substring) -> Bool {
        beginsPlainly(text) && isMadeOf(text, lettersAndDigits + "._/+-") && !text.contains("..")
    }
}

extension ImageBuildError {
    /// The error of a value that has to stand in a Dockerfile and is not what its grammar allows.
    static func field(_ value: String?, at place: String, is expected: String) -> ImageBuildError {
        let shown = value.map { "'\($0.prefix(80))'" } ?? "nothing"
        return ImageBuildError(
            .fieldInvalid,
            "\(place) holds \(shown), which is not \(expected)",
            at: SourceLocation(file: place),
            hint: "correct it and register the environment again"
        )
    }
}
