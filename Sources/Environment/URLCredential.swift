/// A password, or a user name that is one, in a URL of a text.
struct URLCredential: Equatable {
    /// The bytes of the user name and the password, up to the `@`.
    let range: Range<Int>

    /// The first one in the text.
    ///
    /// A password counts, and under http and https a user name without one, unless it is a `${NAME}` reference; `git`
    /// is never one.
    ///
    /// - Parameter bytes: The text in UTF-8.
    init?(in bytes: [UInt8]) {
        var position = 0
        while let separator = Self.schemeSeparator(in: bytes, from: position) {
            position = separator + 3
            let authority = position..<Self.endOfAuthority(in: bytes, from: position)
            guard let at = bytes[authority].lastIndex(of: UInt8(ascii: "@")) else { continue }
            let scheme = Self.scheme(in: bytes, before: separator)
            if Self.holdsCredential(bytes[authority.lowerBound..<at], scheme: scheme) {
                range = authority.lowerBound..<at
                return
            }
        }
        return nil
    }

    /// Every one in a text holds at least a colon and two slashes, so most of a text is passed over quickly.
    private static func schemeSeparator(in bytes: [UInt8], from start: Int) -> Int? {
        var position = start
        while let colon = bytes[position...].firstIndex(of: UInt8(ascii: ":")), colon + 2 < bytes.count {
            if bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/") { return colon }
            position = colon + 1
        }
        return nil
    }

    private static func scheme(in bytes: [UInt8], before separator: Int) -> String {
        let characters = bytes[..<separator].reversed().prefix { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        return String(decoding: characters.reversed(), as: UTF8.self).lowercased()
    }

    /// Blanks, `"`, `<` and `>` end a URL wherever it stands; `,`, `'` and `\` can be a part of a password.
    private static func endOfAuthority(in bytes: [UInt8], from start: Int) -> Int {
        let end = bytes[start...].firstIndex { byte in
            switch byte {
            case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
            case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): true
            default: false
            }
        }
        return end ?? bytes.count
    }

    private static func holdsCredential(_ userInformation: ArraySlice<UInt8>, scheme: String) -> Bool {
        let colon = userInformation.firstIndex(of: UInt8(ascii: ":"))
        let user = userInformation[..<(colon ?? userInformation.endIndex)]
        let password = colon.map { userInformation[($0 + 1)...] } ?? []
        if !password.isEmpty { return !isReference(password) }
        let isWeb = scheme == "http" || scheme == "https" || scheme.hasSuffix("+http") || scheme.hasSuffix("+https")
        return isWeb && !user.isEmpty && !user.elementsEqual("git".utf8) && !isReference(user)
    }

    /// Whether the text is `${NAME}` and nothing else.
    private static func isReference(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "${".utf8), text.last == UInt8(ascii: "}") else { return false }
        let name = text.dropFirst(2).dropLast()
        return !name.isEmpty
            && name.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
