/// The tokens in the path, the query and the fragment of a URL.
struct URLTokens {
    private let url: URLScanner.FoundURL
    private let isWeb: Bool
    private let canHavePathToken: Bool
    /// The host in lower case.
    private let host: String
    private let shortestPathToken: Int
    private let references: ReferenceGrammar
    /// The quote, bracket or separator before the address, whose counterpart ends the values of its parameters; `nil`
    /// for other characters.
    private let opening: UInt8?

    /// The minimum length of a token after `/t/`, of a signature and of the value of an ambiguous parameter. Anything
    /// shorter belongs to a folder called `t`, or is a signature or a code of something else.
    private static let shortestToken = 20
    private static let shortestAmbiguousValue = 8

    /// The schemes besides those of the web under which conda reads channels with a token.
    private static let channelSchemes: Set = ["ftp", "s3"]

    init(_ url: URLScanner.FoundURL, host: ArraySlice<UInt8>, _ grammar: AddressGrammar) {
        self.url = url
        // Worked out once: the host can be as long as the text, and the path can have as many folders.
        isWeb = url.isWeb
        canHavePathToken = isWeb || grammar.takesShortTokens && Self.channelSchemes.contains(url.scheme)
        self.host = String(decoding: host.prefix(while: \.isAddressLetter).map(\.lowercasedASCII), as: UTF8.self)
        let takesAll =
            grammar.takesShortTokens
            || Self.isHost(self.host, in: "anaconda.org", "anaconda.com", "anaconda.cloud")
        shortestPathToken = takesAll ? 1 : Self.shortestToken
        references = grammar.references
        opening = grammar.ignoresEnclosingMarks ? nil : url.preceding
    }

    /// Finds conda's `/t/<token>/` and the tokens of known hosts in the path of an address; elsewhere Azure's
    /// `sig=<signature>`, and the parameters that are called a token, a password or a secret.
    func all(in bytes: [UInt8]) -> [Range<Int>] {
        // Connection strings have parameters right after the host.
        let text = bytes[url.authority.startIndex..<url.rest.endIndex]
        let tokens =
            Self.all(in: text, after: { $0 == UInt8(ascii: "/") }, pathToken)
            + Self.all(in: text, after: Self.beginsParameter, parameterValue) + [hostToken].compactMap(\.self)
        return tokens.filter { !references.withholds(bytes[$0]) }
    }

    /// The text after a mark.
    private struct Candidate {
        /// The token in it; `nil` when it has none.
        let token: Range<Int>?
        /// The end of the text that needs no further search.
        let end: Int
    }

    private static func all(
        in text: ArraySlice<UInt8>,
        after isMark: (UInt8) -> Bool,
        _ candidateAtMark: (ArraySlice<UInt8>) -> Candidate?
    ) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var position = text.startIndex
        while let mark = text[position...].firstIndex(where: isMark) {
            let candidate = candidateAtMark(text[mark...])
            if let token = candidate?.token { tokens.append(token) }
            // A mark within a token or a reference is part of it. Searching for an end from each one would be quadratic,
            // which a hostile text could exploit.
            position = candidate?.end ?? mark + 1
        }
        return tokens
    }
}

/// Tokens in paths.
extension URLTokens {
    /// The token of a text that begins with `/t/<token>`; otherwise `nil`.
    private func pathToken(in text: ArraySlice<UInt8>) -> Candidate? {
        let mark = "/t/".utf8
        guard canHavePathToken, text.starts(with: mark) else { return nil }
        let token = text.dropFirst(mark.count).prefix { !$0.isOne(of: "/", "?", "&", "#", ";") }
        return token.count < shortestPathToken ? nil : Candidate(token: token.indices, end: token.endIndex)
    }

    /// The first folder of the path, on hosts that expect a token there; `nil` on all other hosts.
    private var hostToken: Range<Int>? {
        guard isWeb else { return nil }
        let folders = url.rest.prefix { !$0.isOne(of: "?", "#") }
            .split(separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: true)
        guard folders.count > 1 else { return nil }
        if Self.isHost(host, in: "fury.io"), !folders[1].elementsEqual("-".utf8) { return folders[0].indices }
        let isOpen = ["public", "basic"].contains(String(decoding: folders[0], as: UTF8.self))
        return Self.isHost(host, in: "dl.cloudsmith.io") && !isOpen ? folders[0].indices : nil
    }

    private static func isHost(_ host: String, in domains: String...) -> Bool {
        domains.contains { host == $0 || host.hasSuffix(".\($0)") }
    }
}

/// Tokens in parameters.
extension URLTokens {
    /// The endings of the names of those parameters whose values are secrets.
    private static let secretEndings = [
        "token", "password", "passwd", "pwd", "secret", "apikey", "api_key", "api-key", "access_key", "accesskey",
        "accountkey",
    ]
    private static let secretNames: Set = ["pass", "sharedaccesssignature"]
    /// Names of secrets, but also of language codes, key ids and the like.
    private static let ambiguousNames: Set = ["code", "key", "auth"]

    private static func beginsParameter(_ byte: UInt8) -> Bool { byte.isOne(of: "?", "&", "#", ";") }

    /// The value of a text that begins with `?`, `&`, `#` or `;`, the name of a secret, and `=`; `nil` for other texts.
    private func parameterValue(in text: ArraySlice<UInt8>) -> Candidate? {
        let name = text.dropFirst().prefix { !$0.isOne(of: "=", "?", "&", "#", ";", "/") }
        guard name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: "="),
            let shortest = Self.shortestValue(of: name)
        else { return nil }
        let value = text[(name.endIndex + 1)...].prefix { !endsValue($0) }
        let parts = value.split(whereSeparator: Self.isMark)
        guard let last = parts.last, let literal = parts.first(where: { !withholds($0) && !isSchemeOfNextAddress($0) })
        else { return Candidate(token: nil, end: value.endIndex) }
        let token = literal.startIndex..<last.endIndex
        return token.count < shortest ? nil : Candidate(token: token, end: token.upperBound)
    }

    /// Whether the value of a parameter ends here. A quote before the address makes a pipe a part of it.
    private func endsValue(_ byte: UInt8) -> Bool {
        if byte.isOne(of: "&", "#", ";") { return true }
        switch opening {
        case UInt8(ascii: "'"), UInt8(ascii: "`"): return byte == opening
        case UInt8(ascii: "\""): return false
        case UInt8(ascii: "("), UInt8(ascii: ","): return byte.isOne(of: ")", ",")
        case UInt8(ascii: "["): return byte.isOne(of: "]", ",")
        case UInt8(ascii: "{"): return byte.isOne(of: "}", ",")
        default: return references == .shell && byte == UInt8(ascii: "|")
        }
    }

    /// Whether a part of a value is a reference, which a shell also replaces in double quotes.
    private func withholds(_ part: ArraySlice<UInt8>) -> Bool {
        let quote = UInt8(ascii: "\"")
        let isQuoted = references.isShellLike && part.count > 2 && part.first == quote && part.last == quote
        return references.withholds(isQuoted ? part.dropFirst().dropLast() : part)
    }

    private func isSchemeOfNextAddress(_ part: ArraySlice<UInt8>) -> Bool {
        part.endIndex == url.rest.endIndex && part.last == UInt8(ascii: ":")
            && part.dropLast().allSatisfy { $0.isAddressLetter || $0 == UInt8(ascii: "+") }
    }

    /// Whether the character can surround an address or its value, and can also be in a password.
    private static func isMark(_ byte: UInt8) -> Bool { byte.isOne(of: "'", ")", ",") }

    /// The minimum length of the parameter's value to be a secret; `nil` if the name is not that of a secret.
    private static func shortestValue(of name: ArraySlice<UInt8>) -> Int? {
        // Servers read `%70assword` as `password`.
        let name = String(decoding: name.withoutPercentEncoding.map(\.lowercasedASCII), as: UTF8.self)
        if name == "sig" || name.hasSuffix("signature") && name != "sharedaccesssignature" { return shortestToken }
        if ambiguousNames.contains(name) { return shortestAmbiguousValue }
        return secretNames.contains(name) || secretEndings.contains(where: name.hasSuffix) ? 1 : nil
    }
}

extension ArraySlice<UInt8> {
    fileprivate var withoutPercentEncoding: [UInt8] {
        var decoded: [UInt8] = []
        var rest = self
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.count > 1, rest.prefix(2).allSatisfy(\.isASCIIHexDigit),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                decoded.append(byte)
                continue
            }
            decoded.append(value)
            rest = rest.dropFirst(2)
        }
        return decoded
    }
}
