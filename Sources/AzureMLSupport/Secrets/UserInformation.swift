/// The part of an address before `@`: a user name, and perhaps a password.
struct UserInformation {
    let text: ArraySlice<UInt8>
    private let user: ArraySlice<UInt8>
    private let password: ArraySlice<UInt8>
    private let references: ReferenceGrammar

    /// The user names, and passwords beside a token as the user name, that services publish for everyone.
    private static let publicWords: Set = [
        "git", "oauth2", "oauth2accesstoken", "x-access-token", "x-oauth-basic", "x-token-auth", "gitlab-ci-token",
        "__token__",
    ]

    init(_ text: ArraySlice<UInt8>, _ references: ReferenceGrammar) {
        self.text = text
        self.references = references
        let colon = text.firstIndex(of: UInt8(ascii: ":"))
        user = text[..<(colon ?? text.endIndex)]
        password = colon.map { text[($0 + 1)...] } ?? []
    }

    /// Whether the password, or the user name in its place, is a secret.
    ///
    /// - Parameters:
    ///   - isWeb: Whether a user name alone can be a token.
    ///   - path: The address after the host.
    /// - Returns: Whether one of them is a secret.
    func holdsCredential(isWeb: Bool, path: ArraySlice<UInt8>) -> Bool {
        if !password.isEmpty {
            if references.withholds(password) { return user.looksLikeToken }
            return !(isPublic(password) && references.withholds(user))
        }
        if user.looksLikeToken { return true }
        return isWeb && !user.isEmpty && !isPublic(user) && !references.withholds(user) && !repeatsUser(in: path)
    }

    private func isPublic(_ word: ArraySlice<UInt8>) -> Bool {
        Self.publicWords.contains(String(decoding: word, as: UTF8.self))
    }

    /// Whether the path begins with the user name, as in the URLs that Azure DevOps shows for cloning:
    /// `https://organization@dev.azure.com/organization/…`. A secret is not part of a path.
    private func repeatsUser(in path: ArraySlice<UInt8>) -> Bool {
        guard path.first == UInt8(ascii: "/"), text.count == user.count else { return false }
        let rest = path.dropFirst()
        return rest.starts(with: user) && rest.dropFirst(user.count).first == UInt8(ascii: "/")
    }
}

extension ArraySlice<UInt8> {
    /// Whether a user name is a token rather than the name of a person or a service: it has the form of a known token,
    /// or it is long and consists of letters and digits only, with both of them.
    fileprivate var looksLikeToken: Bool {
        let isRandom =
            count >= 20 && allSatisfy(\.isASCIIAlphanumeric) && contains(where: \.isASCIIDigit)
            && contains(where: \.isASCIILetter)
        return isRandom || TokenForm.isToken(self)
    }
}
