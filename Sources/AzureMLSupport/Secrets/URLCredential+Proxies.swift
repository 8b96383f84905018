/// Credentials in the addresses of proxies, which programs also read without a scheme: `user:password@host`.
extension URLCredential {
    /// Whether a variable or a member holds the address of a proxy, such as `https_proxy`.
    package static func isProxy(name: String) -> Bool { isProxy(name: Array(name.utf8)[...]) }

    static func isProxy(name: ArraySlice<UInt8>) -> Bool {
        // `no_proxy` has the hosts that are reached directly.
        ends(name, with: "proxy") && !ends(name, with: "no_proxy")
    }

    private static func ends(_ name: ArraySlice<UInt8>, with ending: String) -> Bool {
        name.count >= ending.utf8.count
            && zip(name.suffix(ending.utf8.count), ending.utf8).allSatisfy { $0.lowercasedASCII == $1 }
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
        var starts: [Int] = []
        for index in bytes.indices where bytes[index].lowercasedASCII == UInt8(ascii: "y") {
            // A user name can also end with `proxy`.
            guard let name = name(in: bytes, endingAfter: index), name.lowerBound != starts.last,
                let start = startOfAddress(in: bytes, after: name)
            else { continue }
            starts.append(start)
        }
        return zip(starts, starts.dropFirst() + [bytes.count]).compactMap { start, limit in
            // Without a quote before it, a blank ends an address.
            let quote = bytes[start - 1]
            let address = bytes[start..<limit].prefix { byte in
                quote.isOne(of: "\"", "'") ? byte != quote && byte != .newline : !byte.endsAddress
            }
            return credential(inProxy: address, references)
        }
    }

    private static let maximumNameLength = 255

    /// The name of a variable or an option for a proxy, up to a position; `nil` for a host or a reference.
    private static func name(in bytes: [UInt8], endingAfter index: Int) -> Range<Int>? {
        let text = bytes[max(0, index + 1 - maximumNameLength)...index]
        guard isProxy(name: text) else { return nil }
        let length = text.reversed().prefix { $0.isWordCharacter || $0.isOne(of: "-", ".") }.count
        let name = (index + 1 - length)..<(index + 1)
        let isPart = name.lowerBound > 0 && bytes[name.lowerBound - 1].isOne(of: "@", "$", "\\")
        return isPart || length == maximumNameLength ? nil : name
    }

    /// The beginning of an address after the name of a variable or an option; `nil` if other text follows.
    private static func startOfAddress(in bytes: [UInt8], after name: Range<Int>) -> Int? {
        var rest = bytes[name.upperBound...]
        if let quote = rest.first, quote.isOne(of: "\"", "'") { rest.removeFirst() }
        // After a blank, a colon belongs to an address without a user name.
        let hasColon = rest.first == UInt8(ascii: ":")
        let blanks = hasColon ? rest.dropFirst() : rest.drop(while: \.isBlank)
        let hasMark = blanks.first.map { $0 == UInt8(ascii: "=") } ?? false
        let isOption = isOption(name, in: bytes)
        let hasComma = isOption && blanks.first == UInt8(ascii: ",")
        let value = (hasMark || hasComma ? blanks.dropFirst() : blanks).drop(while: \.isBlank)
        guard hasColon || hasMark || isOption && value.startIndex > rest.startIndex, let first = value.first else {
            return nil
        }
        return first.isOne(of: "\"", "'") ? value.startIndex + 1 : value.startIndex
    }

    /// Whether an address can follow a name after a blank or a comma: that of an option or a variable, or one after `set`.
    private static func isOption(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
        let text = bytes[name]
        return text.starts(with: "--".utf8) || ends(text, with: "_proxy") || ends(text, with: ".proxy")
            || ends(bytes[..<name.lowerBound], with: "set ")
    }

    /// The user name and the password before the last `@` that a host and the end of an address follow.
    private static func credential(inProxy address: ArraySlice<UInt8>, _ references: ReferenceGrammar) -> Range<Int>? {
        let beginning = address.prefix { $0 != UInt8(ascii: ":") }
        // After a scheme, any text can have an address.
        if address[beginning.endIndex...].starts(with: "://".utf8) { return nil }
        let end = address.indices.last { index in
            address[index] == UInt8(ascii: "@") && isProxyHost(address[(index + 1)...])
        }
        guard let end, !beginning.elementsEqual("mailto".utf8) else { return nil }
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
