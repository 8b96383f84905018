/// A password or token in a URL or another address within a text.
package struct URLCredential: Hashable, Sendable {
    /// The bytes of the user name and the password, or of the token.
    package let range: Range<Int>

    /// Finds all credentials in a text, in order.
    ///
    /// A credential is one of these, unless it is a reference to a variable, such as `${NAME}`, or a placeholder, such
    /// as `<TOKEN>`:
    /// - a password after `//`, with or without a scheme before it;
    /// - a user name without a password under http and https, except those of ``UserInformation`` that are public;
    /// - a user name with the form of a token, beside a reference in the place of the password;
    /// - a token in the path, the query or the fragment, such as conda's and Azure's;
    /// - `user:password@host/` without a scheme and `//`, as in the name of an image;
    /// - `user:password@host` after the name of an option or a variable for a proxy.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - grammar: The rules by which addresses in the text are read.
    /// - Returns: The credentials; one can be inside another.
    package static func all(in bytes: [UInt8], as grammar: AddressGrammar = .text) -> [URLCredential] {
        let isInterrupted = grammar.removesLineBreaks && bytes.contains(where: isRemoved)
        guard canHaveAddress(bytes, grammar, isInterrupted: isInterrupted) else { return [] }
        var found = ranges(in: bytes, as: grammar)
        if isInterrupted {
            let positions = bytes.indices.filter { !isRemoved(bytes[$0]) }
            found += ranges(in: positions.map { bytes[$0] }, as: grammar).filter { !$0.isEmpty }
                .map { positions[$0.lowerBound]..<(positions[$0.upperBound - 1] + 1) }
        }
        return Set(found).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.map(
            URLCredential.init
        )
    }

    /// Whether an address can be in the text: most texts that are shown have none, and are searched no further.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - grammar: The rules by which addresses in the text are read.
    ///   - isInterrupted: Whether bytes that readers remove can be anywhere in an address.
    /// - Returns: False only if there is no address with a credential.
    private static func canHaveAddress(_ bytes: [UInt8], _ grammar: AddressGrammar, isInterrupted: Bool) -> Bool {
        let slash = UInt8(ascii: "/")
        if isInterrupted { return bytes.contains { $0 == UInt8(ascii: "@") || $0 == slash } }
        var previous: UInt8 = 0
        var hasProxy = false
        for (index, byte) in bytes.enumerated() {
            if byte == slash {
                if previous.isOne(of: "/", ":") { return true }
                // The folder before the token of a channel without a scheme.
                let isFolder = previous == UInt8(ascii: "t") && (index == 1 || bytes[index - 2] == slash)
                if grammar.isChannel, isFolder { return true }
            }
            hasProxy = hasProxy || byte.lowercasedASCII == UInt8(ascii: "y") && isProxy(name: bytes[...index])
            if byte == UInt8(ascii: "@"), hasProxy || isHostWithPath(bytes[(index + 1)...]) { return true }
            previous = byte
        }
        return false
    }

    /// Whether Python's `urlsplit` removes the byte, wherever it is in an address: a tab or a line break.
    private static func isRemoved(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\t") || byte == .newline || byte == UInt8(ascii: "\r")
    }

    private static func ranges(in bytes: [UInt8], as grammar: AddressGrammar) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var scanner = URLScanner(bytes, grammar)
        while let url = scanner.nextURL() {
            var host = url.authority
            if let at = host.lastIndex(of: UInt8(ascii: "@")) {
                let user = UserInformation(host[..<at], grammar.references)
                if user.holdsCredential(isWeb: url.isWeb, path: url.rest) { found.append(user.text.indices) }
                host = host[(at + 1)...]
            }
            if !url.isInRest { found += URLTokens(url, host: host, grammar).all(in: bytes) }
        }
        if grammar.isChannel, let token = channelToken(in: bytes), !grammar.references.withholds(bytes[token]) {
            found.append(token)
        }
        guard bytes.contains(UInt8(ascii: "@")) else { return found }
        return found + addressesWithoutScheme(in: bytes, grammar.references)
            + proxyAddresses(in: bytes, grammar.references)
    }

    /// Finds the first credential in a text; `nil` when it has no credential.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - grammar: The rules by which addresses in the text are read.
    package init?(in bytes: [UInt8], as grammar: AddressGrammar = .text) {
        guard let first = Self.all(in: bytes, as: grammar).first else { return nil }
        self = first
    }

    /// Finds the first credential in the name of an image or in the address of a registry, including one before an `@`
    /// that no digest follows; `nil` when it has no credential.
    ///
    /// - Parameter image: The name of the image.
    package init?(inImage image: String) {
        let bytes = Array(image.utf8)
        let at = bytes.indices.last { bytes[$0] == UInt8(ascii: "@") && !Self.isDigest(bytes, from: $0 + 1) }
        // A scheme does not belong to the name, but is often pasted with it.
        let name = at.map { bytes[(bytes[..<$0].firstRange(of: "//".utf8)?.upperBound ?? 0)..<$0] } ?? []
        if UserInformation(name, .braced).holdsCredential(isWeb: true, path: []) {
            self.init(range: name.indices)
        } else {
            self.init(in: bytes, as: .value)
        }
    }

    init(range: Range<Int>) {
        self.range = range
    }

    private static func isDigest(_ image: [UInt8], from start: Int) -> Bool {
        let text = image[start...]
        let algorithm = text.prefix { $0 != UInt8(ascii: ":") }
        if algorithm.endIndex < text.endIndex, isDigestAlgorithm(algorithm) { return true }
        // In `a@${DIGEST}`; but `user:password@${HOST}` can be the address of a registry.
        return ReferenceGrammar.shell.isReference(text) && !image[..<start].contains(UInt8(ascii: ":"))
    }
}

extension URLCredential {
    /// Finds `user:password@host/` where the host has a dot or a port, or is `localhost`, and `user:password@host:port`.
    private static func addressesWithoutScheme(
        in bytes: [UInt8],
        _ references: ReferenceGrammar
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        // The beginning of the user name, and the first colon after it. Both are kept while the text is read once: a
        // search from each `@` would be quadratic, which a hostile text could exploit.
        var start = 0
        var firstColon: Int?
        for (index, byte) in bytes.enumerated() where !byte.isASCIIAlphanumeric {
            if byte.endsAddress || byte.isOne(of: "/", "\"", "'", "<", ">", ",", ";", "(", ")", "[", "]") {
                (start, firstColon) = (index + 1, nil)
            } else if byte == UInt8(ascii: "="), firstColon == nil {
                start = index + 1
            } else if byte == UInt8(ascii: ":"), firstColon == nil {
                firstColon = index
            } else if byte == UInt8(ascii: "@"), let colon = firstColon, isHostWithPath(bytes[(index + 1)...]) {
                let isUser = start < colon && !bytes[start..<colon].contains(UInt8(ascii: "@"))
                let user = UserInformation(bytes[start..<index], references)
                if isUser, user.holdsCredential(isWeb: false, path: []) { found.append(start..<index) }
                // Reading the same user name again at each further `@` would be quadratic.
                (start, firstColon) = (index + 1, nil)
            }
        }
        return found
    }

    /// Finds the token in the name of a channel: `t/<token>/channel`, which conda reads below the address that is set for
    /// names, or `host/t/<token>/channel`.
    private static func channelToken(in bytes: [UInt8]) -> Range<Int>? {
        let slash = UInt8(ascii: "/")
        let text = bytes.starts(with: "//".utf8) ? bytes.dropFirst(2) : bytes[...]
        let folders = text.split(separator: slash, maxSplits: 3, omittingEmptySubsequences: false)
        guard let mark = folders.prefix(2).firstIndex(where: { $0.elementsEqual("t".utf8) }), mark + 2 < folders.count,
            mark == 0 || isDomain(folders[0])
        else { return nil }
        let token = folders[mark + 1].prefix { !$0.isASCIIWhitespace }
        return token.isEmpty || token.elementsEqual("label".utf8) ? nil : token.indices
    }

    private static func isDomain(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains(UInt8(ascii: ".")) && text.allSatisfy(\.isAddressLetter)
            && [text.first, text.last].allSatisfy { $0?.isASCIIAlphanumeric == true }
    }

    /// Whether the text is the one before the colon of a digest.
    static func isDigestAlgorithm(_ text: ArraySlice<UInt8>) -> Bool {
        text.elementsEqual("sha256".utf8) || text.elementsEqual("sha512".utf8)
    }

    private static func isHostWithPath(_ text: ArraySlice<UInt8>) -> Bool {
        // Names of containers can have a `_`.
        let host = text.prefix { $0.isAddressLetter || $0 == UInt8(ascii: "_") }
        var rest = text[host.endIndex...]
        var portLength = 0
        let isCertain = host.contains(UInt8(ascii: ".")) || host.elementsEqual("localhost".utf8)
        var isHost = isCertain
        if rest.first == UInt8(ascii: ":") {
            let afterColon = rest.dropFirst()
            rest = afterColon.drop(while: \.isASCIIDigit)
            portLength = rest.startIndex - afterColon.startIndex
            isHost = portLength > 0
        }
        if host.isEmpty || !isHost || isDigestAlgorithm(host) { return false }
        // The address of a proxy has a port, and no path. A single digit after a word is rarely a port.
        let isProxy = isCertain ? portLength > 0 : (2...5).contains(portLength)
        return rest.first == UInt8(ascii: "/") || isProxy && !(rest.first?.isAddressLetter ?? false)
    }
}
