/// Credentials in the addresses of proxies, which programs also read without a scheme: `user:password@host`.
extension URLCredential {
    /// Whether a variable or a member holds the address of a proxy, such as `https_proxy`.
    package static func isProxy(name: String) -> Bool { isProxy(name: name.utf8.map(\.lowercasedASCII)[...]) }

    private static func isProxy(name: ArraySlice<UInt8>) -> Bool {
        // `no_proxy` has the hosts that are reached directly.
        name.reversed().starts(with: "proxy".utf8.reversed())
            && !name.reversed().starts(with: "no_proxy".utf8.reversed())
    }

    /// Finds the credential in the address of a proxy; `nil` when it has none that only its name shows to be one.
    ///
    /// - Parameters:
    ///   - address: The address.
    ///   - references: The spelling of references in it.
    package init?(inProxy address: String, _ references: ReferenceGrammar = .braced) {
        let bytes = Array(address.utf8)
        guard let range = Self.credential(inProxy: bytes[...], references) else { return nil }
        self.init(range: range)
    }

    /// Finds the addresses with a credential after the names of options and variables for proxies, as in
    /// `--proxy user:password@host`, `http_proxy="user:password@host"` and `"https_proxy": "user:password@host"`.
    static func proxyAddresses(in bytes: [UInt8], _ references: ReferenceGrammar) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while let end = endOfName(in: bytes, from: position) {
            let (address, next) = address(in: bytes[end...])
            found += [credential(inProxy: address, references)].compactMap(\.self)
            position = max(next, end)
        }
        return found
    }

    /// The end of the next name of an option or a variable for a proxy.
    private static func endOfName(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.indices.dropFirst(start).first { index in
            bytes[index].lowercasedASCII == UInt8(ascii: "y")
                && isProxy(name: bytes[max(0, index - 7)...index].map(\.lowercasedASCII)[...])
        }.map { $0 + 1 }
    }

    /// Returns the address after a name, which separators and quotes can precede; empty when other text follows.
    private static func address(in text: ArraySlice<UInt8>) -> (address: ArraySlice<UInt8>, end: Int) {
        let name = text.first.map(isQuote) == true ? text.dropFirst() : text
        // After a blank, a colon belongs to an address without a user name.
        let key = name.first == UInt8(ascii: ":") ? name.dropFirst() : name
        let blanks = key.drop(while: \.isBlank)
        let mark = blanks.first.map { $0.isOne(of: "=", ",") } == true ? blanks.dropFirst() : blanks
        let value = mark.drop(while: \.isBlank)
        guard value.startIndex > name.startIndex else { return ([], text.startIndex) }
        guard let quote = value.first, isQuote(quote) else {
            let address = value.prefix { !$0.endsAddress }
            return (address, address.endIndex)
        }
        let address = value.dropFirst().prefix { $0 != quote && $0 != .newline }
        return (address, address.endIndex)
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte.isOne(of: "\"", "'") }

    /// The user name and the password before the first `@` that a host and the end of an address follow.
    private static func credential(inProxy address: ArraySlice<UInt8>, _ references: ReferenceGrammar) -> Range<Int>? {
        let end = address.indices.first { index in
            address[index] == UInt8(ascii: "@") && isProxyHost(address[(index + 1)...])
        }
        guard let end, address.firstRange(of: "//".utf8) == nil else { return nil }
        let user = UserInformation(address[..<end], references)
        return user.holdsCredential(isWeb: false, path: []) ? address.startIndex..<end : nil
    }

    /// Whether a text begins with a host, perhaps a port, and the end of an address. A variable can be in the place of
    /// either.
    private static func isProxyHost(_ text: ArraySlice<UInt8>) -> Bool {
        let host = text.prefix { $0.isAddressLetter || $0.isOne(of: "_", "$", "{", "}") }
        let rest = text[host.endIndex...]
        if rest.first == UInt8(ascii: "["), host.isEmpty { return true }
        let port = rest.first == UInt8(ascii: ":") ? rest.dropFirst() : []
        let end = port.isEmpty ? rest : port.drop { $0.isWordCharacter || $0.isOne(of: "$", "{", "}") }
        return !host.isEmpty && !isDigestAlgorithm(host)
            && (end.first.map { $0.isOne(of: "/", ";", "&", "|", ",", ")", "\"", "'", "\\", "`") } ?? true)
    }
}
