/// Finds the URLs in a text, in a single pass: everything that follows `//`, with or without a scheme before it. After
/// `http:` and `https:`, any number of slashes counts, because curl and git read these addresses too.
struct URLScanner {
    /// A URL as far as the search for credentials needs it.
    struct FoundURL {
        /// The character before the scheme; `nil` at the beginning of the text.
        let preceding: UInt8?
        /// The scheme in lower case; empty for an address without a scheme.
        let scheme: String
        /// The part before the path, the query or the fragment, with a user name and password.
        let authority: ArraySlice<UInt8>
        /// The rest, up to the end or to the next `://`. A `//` within it can be an empty folder, or begin
        /// a URL without a scheme.
        let rest: ArraySlice<UInt8>
        /// Whether this URL is also in the rest of the URL before it.
        let isInRest: Bool

        /// Whether the scheme is that of the web, on its own or after that of a version control system.
        var isWeb: Bool {
            scheme == "http" || scheme == "https" || scheme.hasSuffix("+http") || scheme.hasSuffix("+https")
        }
    }

    private let bytes: [UInt8]
    private let end: AddressGrammar.End
    private var next: Mark?
    /// The end of the last URL that was not in the rest of another one.
    private var restEnd = 0
    /// Whether the last URL ended with an `@` that separates it from the next one, as in `sed s@http://a@http://b@`.
    private var isSeparated = false
    /// The position up to which quotes have been counted.
    private var countedEnd = 0
    private var isInQuotes = false

    init(_ bytes: [UInt8], _ grammar: AddressGrammar) {
        self.bytes = bytes
        end = grammar.end
        next = mark(from: 0)
    }

    /// The slashes before an authority.
    private struct Mark {
        let position: Int
        let scheme: ArraySlice<UInt8>
        /// The beginning of the authority.
        let end: Int
    }

    mutating func nextURL() -> FoundURL? {
        guard let mark = next else { return nil }
        next = self.mark(from: mark.end)
        countQuotes(before: mark.position)
        let isInRest = mark.position < restEnd && mark.scheme.isEmpty
        // Reading to the end of the rest from each `//` would be quadratic.
        let limit = isInRest ? max(next?.position ?? bytes.count, mark.end) : bytes.count
        let end = endOfURL(after: mark, limit: limit)
        if !isInRest { restEnd = end }
        let url = bytes[mark.end..<end]
        let authority = url.prefix { !$0.isOne(of: "/", "?", "#") }
        let wasSeparated = isSeparated
        isSeparated = isSeparator(before: end)
        let start = mark.scheme.startIndex
        return FoundURL(
            preceding: start > 0 ? bytes[start - 1] : nil,
            scheme: String(decoding: mark.scheme.map(\.lowercasedASCII), as: UTF8.self),
            authority: isSeparated || wasSeparated ? authority.prefix { $0 != UInt8(ascii: "@") } : authority,
            rest: url[authority.endIndex...],
            isInRest: isInRest
        )
    }

    /// Whether an `@` and the scheme of the next address are before the end of an address.
    private func isSeparator(before end: Int) -> Bool {
        guard isAuthority(at: end) else { return false }
        let scheme = scheme(before: end)
        return !scheme.isEmpty && scheme.startIndex > 0 && bytes[scheme.startIndex - 1] == UInt8(ascii: "@")
    }

    /// The next slashes after which an authority begins. More of them belong to the path, except after a scheme of the
    /// web.
    private func mark(from start: Int) -> Mark? {
        var position = start
        while let first = bytes[position...].firstIndex(of: Self.slash) {
            let end = bytes[first...].firstIndex { $0 != Self.slash } ?? bytes.count
            let scheme = scheme(before: first)
            let isFirst = first == 0 || bytes[first - 1] != Self.slash
            if isFirst, Self.isWeb(scheme) { return Mark(position: first, scheme: scheme, end: end) }
            if isFirst, end - first > 1 { return Mark(position: first, scheme: scheme, end: first + 2) }
            position = end
        }
        return nil
    }

    private static let slash = UInt8(ascii: "/")

    private static func isWeb(_ scheme: ArraySlice<UInt8>) -> Bool {
        ["http", "https"].contains { name in
            name.utf8.count == scheme.count && zip(name.utf8, scheme).allSatisfy { $0 == $1.lowercasedASCII }
        }
    }

    /// Whether the slashes before an authority, after a colon, are at a position. A masked text has no scheme there.
    private func isAuthority(at position: Int) -> Bool {
        guard position > 0, position < bytes.count, bytes[position] == Self.slash,
            bytes[position - 1] == UInt8(ascii: ":")
        else { return false }
        return position + 1 < bytes.count && bytes[position + 1] == Self.slash || Self.isWeb(scheme(before: position))
    }

    /// The scheme before a colon and slashes; empty when only the slashes are there.
    private func scheme(before slashes: Int) -> ArraySlice<UInt8> {
        guard slashes > 0, bytes[slashes - 1] == UInt8(ascii: ":") else { return bytes[slashes..<slashes] }
        let end = slashes - 1
        let length = bytes[..<end].reversed().prefix { $0.isAddressLetter || $0 == UInt8(ascii: "+") }.count
        return bytes[(end - length)..<end]
    }
}

/// Ends of URLs.
extension URLScanner {
    private mutating func countQuotes(before position: Int) {
        for index in countedEnd..<position where isQuote(at: index) { isInQuotes.toggle() }
        countedEnd = position
    }

    private func isQuote(at index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "\"") && (index == 0 || bytes[index - 1] != UInt8(ascii: "\\"))
    }

    /// The end of the URL, but not after a limit or the next `://`.
    private func endOfURL(after mark: Mark, limit: Int) -> Int {
        // Brackets within the URL, as around a placeholder, are not the one before it.
        let start = mark.scheme.startIndex
        let isInBrackets = start > 0 && bytes[start - 1] == UInt8(ascii: "<")
        var openBrackets = 0
        return (mark.end..<limit).first { index in
            let byte = bytes[index]
            if byte.endsAddress || isAuthority(at: index) { return true }
            switch end {
            case .quotesAndBrackets: return byte.isOne(of: "\"", "<", ">")
            case .closingQuoteOrBracket:
                if byte == UInt8(ascii: "<") { openBrackets += 1 }
                if byte == UInt8(ascii: ">") { openBrackets -= 1 }
                return isInQuotes && isQuote(at: index) || isInBrackets && openBrackets < 0
            case .whitespace: return false
            }
        } ?? limit
    }
}

extension UInt8 {
    /// Whether an address ends here. Other control characters can be in a password.
    var endsAddress: Bool { isASCIIWhitespace || self == 0 }

    /// Whether schemes and hosts can contain this character.
    var isAddressLetter: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }
}
