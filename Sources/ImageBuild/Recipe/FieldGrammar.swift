internal import AzureMLSupport

/// The allow-lists for the values that a definition puts into a Dockerfile.
///
/// They contain only characters without a special meaning in a shell, in R between single quotes, or in a Dockerfile,
/// so that nothing needs to be quoted.
enum FieldGrammar {
    private static func isNumber(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(\.isASCIIDigit)
    }

    /// Whether the first character is an ASCII letter or digit, so that no program takes the text for an option.
    private static func startsAlphanumeric(_ text: some StringProtocol) -> Bool {
        text.utf8.first?.isASCIIAlphanumeric == true
    }

    static func isVersion(_ text: some StringProtocol) -> Bool {
        startsAlphanumeric(text) && text.utf8.consists(ofAlphanumericsAnd: ".+_-")
    }

    /// R's own rule: letters, digits and periods, starting with a letter.
    static func isRName(_ text: some StringProtocol) -> Bool {
        text.utf8.first?.isASCIILetter == true && text.utf8.consists(ofAlphanumericsAnd: ".")
    }

    /// A group or a name in Maven's coordinates.
    static func isMavenName(_ text: some StringProtocol) -> Bool {
        startsAlphanumeric(text) && text.utf8.consists(ofAlphanumericsAnd: "._-")
    }

    /// `YYYY-MM-DD`.
    static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ isNumber($0) }),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return 1...12 ~= month && 1...31 ~= day
    }

    /// `http` or `https`, a host and a path, without user name, query and fragment.
    static func isWebAddress(_ text: String) -> Bool {
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
            let rest = text.dropFirst(scheme.count)
            return startsAlphanumeric(rest) && rest.utf8.consists(ofAlphanumericsAnd: "._~:/%+=-")
        }
        return false
    }

    /// `owner/repo[/subdir][@ref|#pull]`, as R's `remotes` reads it.
    static func isGitHubRepository(_ text: String) -> Bool {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { return isGitHubPath(parts[0]) && isGitReference(parts[1]) }
        let pullParts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        if pullParts.count == 2 { return isGitHubPath(pullParts[0]) && isNumber(pullParts[1]) }
        return isGitHubPath(text[...])
    }

    private static func isGitHubPath(_ text: Substring) -> Bool {
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        guard names.count >= 2, let owner = names.first else { return false }
        return owner.utf8.consists(ofAlphanumericsAnd: "-") && startsAlphanumeric(owner)
            && names.dropFirst().allSatisfy { name in
                name.utf8.consists(ofAlphanumericsAnd: "._-") && !name.hasPrefix("-") && name != "." && name != ".."
            }
    }

    private static func isGitReference(_ text: Substring) -> Bool {
        startsAlphanumeric(text) && text.utf8.consists(ofAlphanumericsAnd: "._/+-") && !text.contains("..")
    }
}

extension ImageBuildError {
    /// Returns the error for a value that must go into a Dockerfile, but that its grammar does not allow.
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
