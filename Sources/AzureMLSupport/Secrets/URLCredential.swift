/// A password or token in a URL or another address within a text.
package struct URLCredential: Hashable, Sendable {
    /// The bytes of the user name and the password, or of the token.
    package let range: Range<Int>

    /// Finds all credentials in a text, in order.
    ///
    /// A credential is one of these, unless it is a reference to a variable, such as `${NAME}`:
    /// - a password after `//`, with or without a scheme before it;
    /// - a user name without a password under http and https, except `git`;
    /// - a token in the path, the query or the fragment, such as conda's and Azure's;
    /// - `user:password@host/` without a scheme and `//`, as in the name of an image.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - references: The spelling of references to variables.
    /// - Returns: The credentials; one can be inside another.
    package static func all(in bytes: [UInt8], references: ReferenceGrammar = .braced) -> [URLCredential] {
        guard bytes.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "/") }) else { return [] }
        var found: Set<Range<Int>> = []
        var next = authoritySlashes(in: bytes, from: 0)
        while let slashes = next {
            next = authoritySlashes(in: bytes, from: slashes + 2)
            let authority = authority(of: bytes[(slashes + 2)...])
            let scheme = scheme(in: bytes, before: slashes)
            if let at = authority.lastIndex(of: UInt8(ascii: "@")),
                !repeatsUser(authority[..<at], in: bytes[authority.endIndex...]),
                holdsCredential(authority[..<at], scheme, references)
            {
                found.insert(authority.startIndex..<at)
            }
            let rest = bytes[authority.endIndex..<max(next ?? bytes.count, authority.endIndex)]
            found.formUnion(tokens(in: rest.prefix { !endsURL($0) }, scheme, references))
        }
        found.formUnion(addressesWithoutScheme(in: bytes, references))
        return found.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.map(URLCredential.init)
    }

    /// Finds the first credential in a text; `nil` when there is none.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - references: The spelling of references to variables.
    package init?(in bytes: [UInt8], references: ReferenceGrammar = .braced) {
        guard let first = Self.all(in: bytes, references: references).first else { return nil }
        self = first
    }

    /// Finds the first credential in the name of an image, including one before an `@` that no digest follows; `nil`
    /// when there is none.
    ///
    /// - Parameter image: The name of the image.
    package init?(inImage image: String) {
        let bytes = Array(image.utf8)
        guard let at = bytes.firstIndex(of: UInt8(ascii: "@")) else {
            self.init(in: bytes)
            return
        }
        let isDigest = ["sha256:", "sha512:"].contains { bytes[(at + 1)...].starts(with: $0.utf8) }
        guard !isDigest, Self.holdsCredential(bytes[..<at], "https", .braced) else {
            self.init(in: bytes)
            return
        }
        self.init(range: 0..<at)
    }

    private init(range: Range<Int>) {
        self.range = range
    }

    /// The position of the next `//`, after which an authority begins. More slashes in a row belong to the path.
    private static func authoritySlashes(in bytes: [UInt8], from start: Int) -> Int? {
        let slash = UInt8(ascii: "/")
        var position = start
        while let first = bytes[position...].firstIndex(of: slash), first + 1 < bytes.count {
            if bytes[first + 1] == slash, first == 0 || bytes[first - 1] != slash { return first }
            position = first + 1
        }
        return nil
    }

    /// The scheme before `://`; empty when there is none.
    private static func scheme(in bytes: [UInt8], before slashes: Int) -> String {
        guard slashes > 0, bytes[slashes - 1] == UInt8(ascii: ":") else { return "" }
        let characters = bytes[..<(slashes - 1)].reversed().prefix { $0.isAddressLetter || $0 == UInt8(ascii: "+") }
        return String(decoding: characters.reversed(), as: UTF8.self).lowercased()
    }

    private static func isWeb(_ scheme: String) -> Bool {
        scheme == "http" || scheme == "https" || scheme.hasSuffix("+http") || scheme.hasSuffix("+https")
    }

    /// The part of a URL before its path, query or fragment.
    private static func authority(of url: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        url.prefix { !endsURL($0) && !"/?#".utf8.contains($0) }
    }

    /// Whether the byte ends a URL in any text: whitespace, `"`, `<` and `>`, but not `,`, `'` and `\`, which can be
    /// part of a password.
    private static func endsURL(_ byte: UInt8) -> Bool {
        byte <= 0x20 || "\"<>".utf8.contains(byte)
    }

    /// Whether the path begins with the user name, as in the URLs that Azure DevOps shows for cloning:
    /// `https://organization@dev.azure.com/organization/…`. A secret is not part of a path.
    private static func repeatsUser(_ userInformation: ArraySlice<UInt8>, in path: ArraySlice<UInt8>) -> Bool {
        guard path.first == UInt8(ascii: "/"), !userInformation.contains(UInt8(ascii: ":")) else { return false }
        let rest = path.dropFirst()
        return rest.starts(with: userInformation)
            && rest.dropFirst(userInformation.count).first == UInt8(ascii: "/")
    }

    private static func holdsCredential(
        _ userInformation: ArraySlice<UInt8>,
        _ scheme: String,
        _ references: ReferenceGrammar
    ) -> Bool {
        let colon = userInformation.firstIndex(of: UInt8(ascii: ":"))
        let user = userInformation[..<(colon ?? userInformation.endIndex)]
        let password = colon.map { userInformation[($0 + 1)...] } ?? []
        if !password.isEmpty { return !references.isReference(password) }
        return isWeb(scheme) && !user.isEmpty && !user.elementsEqual("git".utf8) && !references.isReference(user)
    }
}

extension URLCredential {
    /// The minimum length of a token after `/t/` or `sig=`. Anything shorter belongs to a folder called `t`, or is a
    /// signature of something else.
    private static let shortestToken = 20
    /// The endings of the names of those query and fragment parameters whose values are secrets.
    private static let secretNames = ["token", "password", "passwd", "secret", "apikey", "api_key", "access_key"]

    /// Finds conda's `/t/<token>/` in the path of a web address, and in a query or a fragment Azure's `sig=<signature>`
    /// and the parameters that are called a token, a password or a secret.
    private static func tokens(
        in rest: ArraySlice<UInt8>,
        _ scheme: String,
        _ references: ReferenceGrammar
    ) -> [Range<Int>] {
        let isWeb = isWeb(scheme)
        var tokens: [Range<Int>] = []
        var position = rest.startIndex
        while position < rest.endIndex {
            let inPath = isWeb ? pathToken(in: rest[position...]) : nil
            guard let token = inPath ?? namedToken(in: rest[position...]) else {
                position += 1
                continue
            }
            if !references.isReference(rest[token]) { tokens.append(token) }
            // A mark within a token is part of it. Searching for an end from each one would be quadratic, which a
            // hostile text could exploit.
            position = token.upperBound
        }
        return tokens
    }

    /// The token of a text that begins with `/t/<token>`; otherwise `nil`.
    private static func pathToken(in text: ArraySlice<UInt8>) -> Range<Int>? {
        let mark = "/t/".utf8
        guard text.starts(with: mark) else { return nil }
        let token = text.dropFirst(mark.count).prefix { !"/&#".utf8.contains($0) }
        return token.count < shortestToken ? nil : token.indices
    }

    /// The value of a text that begins with `?`, `&` or `#`, the name of a secret, and `=`; otherwise `nil`.
    private static func namedToken(in text: ArraySlice<UInt8>) -> Range<Int>? {
        guard let mark = text.first, "?&#".utf8.contains(mark) else { return nil }
        let nameBytes = text.dropFirst().prefix { !"=?&#/".utf8.contains($0) }
        guard nameBytes.endIndex < text.endIndex, text[nameBytes.endIndex] == UInt8(ascii: "=") else { return nil }
        let name = String(decoding: nameBytes, as: UTF8.self).lowercased()
        let isSignature = name == "sig"
        guard isSignature || secretNames.contains(where: name.hasSuffix) else { return nil }
        // Quotes and brackets around an address are not part of it.
        let value = text[(nameBytes.endIndex + 1)...].prefix { !"&#'),;".utf8.contains($0) }
        return value.count < (isSignature ? shortestToken : 1) ? nil : value.indices
    }

    /// Finds `user:password@host/` where the host has a dot or a port, or is `localhost`.
    private static func addressesWithoutScheme(
        in bytes: [UInt8],
        _ references: ReferenceGrammar
    ) -> [Range<Int>] {
        bytes.indices.compactMap { at in
            guard bytes[at] == UInt8(ascii: "@"), isHostWithPath(bytes[(at + 1)...]) else { return nil }
            let before = bytes[..<at].reversed().prefix { $0 > 0x20 && !"/\"'<>,;()[]".utf8.contains($0) }.count
            let word = bytes[(at - before)..<at]
            guard let colon = word.firstIndex(of: UInt8(ascii: ":")), colon + 1 < at else { return nil }
            let start =
                bytes[word.startIndex..<colon].lastIndex(of: UInt8(ascii: "=")).map { $0 + 1 } ?? word.startIndex
            let isUser = start < colon && !bytes[start..<colon].contains(UInt8(ascii: "@"))
            return isUser && !references.isReference(bytes[(colon + 1)..<at]) ? start..<at : nil
        }
    }

    private static func isHostWithPath(_ text: ArraySlice<UInt8>) -> Bool {
        let host = text.prefix(while: \.isAddressLetter)
        var rest = text[host.endIndex...]
        var isHost = host.contains(UInt8(ascii: ".")) || host.elementsEqual("localhost".utf8)
        if rest.first == UInt8(ascii: ":") {
            let afterColon = rest.dropFirst()
            rest = afterColon.drop(while: \.isASCIIDigit)
            isHost = rest.startIndex > afterColon.startIndex
        }
        return !host.isEmpty && isHost && rest.first == UInt8(ascii: "/")
    }
}

extension UInt8 {
    /// Whether schemes and hosts can contain this character.
    fileprivate var isAddressLetter: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }
}
