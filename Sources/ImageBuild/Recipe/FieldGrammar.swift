internal import AzureMLSupport

/// The allow-lists for what a definition puts into a Dockerfile.
///
/// All of them are made of characters that mean nothing to a shell, to R between single quotes, or to a Dockerfile, so
/// that nothing needs to be quoted.
enum FieldGrammar {
    /// Whether a text has no characters but letters and digits of ASCII and these, and at least one.
    private static func isMade(ofLettersDigitsAnd others: String, _ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || others.utf8.contains($0) }
    }

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(\.isASCIIDigit)
    }

    /// Whether the first character is a letter or digit of ASCII, so that no program takes the text for an option.
    private static func beginsPlainly(_ text: some StringProtocol) -> Bool {
        text.utf8.first?.isASCIIAlphanumeric == true
    }

    static func isVersion(_ text: some StringProtocol) -> Bool {
        beginsPlainly(text) && isMade(ofLettersDigitsAnd: ".+_-", text)
    }

    /// R's own rule: letters, digits and periods, a letter first.
    static func isRName(_ text: some StringProtocol) -> Bool {
        text.utf8.first?.isASCIILetter == true && isMade(ofLettersDigitsAnd: ".", text)
    }

    /// A group or a name in Maven's coordinates.
    static func isMavenName(_ text: some StringProtocol) -> Bool {
        beginsPlainly(text) && isMade(ofLettersDigitsAnd: "._-", text)
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
            return beginsPlainly(rest) && isMade(ofLettersDigitsAnd: "._~:/%+=-", rest)
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
        return isMade(ofLettersDigitsAnd: "-", owner) && beginsPlainly(owner)
            && names.dropFirst().allSatisfy { name in
                isMade(ofLettersDigitsAnd: "._-", name) && !name.hasPrefix("-") && name != "." && name != ".."
            }
    }

    private static func isGitReference(_ text: Substring) -> Bool {
        beginsPlainly(text) && isMade(ofLettersDigitsAnd: "._/+-", text) && !text.contains("..")
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
