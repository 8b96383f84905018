/// Finds the URLs in a text, in a single pass: whatever follows `//`, with or without a scheme before it.
struct URLScanner {
    /// A URL as far as the search for credentials needs it.
    struct FoundURL {
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
    private var next: Int?
    /// The end of the last URL that was not in the rest of another one.
    private var restEnd = 0
    /// The position up to which quotes have been counted.
    private var countedEnd = 0
    private var isInQuotes = false

    init(_ bytes: [UInt8], _ grammar: AddressGrammar) {
        self.bytes = bytes
        end = grammar.end
        next = Self.slashes(in: bytes, from: 0)
    }

    mutating func nextURL() -> FoundURL? {
        guard let slashes = next else { return nil }
        next = Self.slashes(in: bytes, from: slashes + 2)
        countQuotes(before: slashes)
        let scheme = scheme(before: slashes)
        let isInRest = slashes < restEnd && scheme.isEmpty
        // Reading to the end of the rest from each `//` would be quadratic.
        let limit = isInRest ? max(next ?? bytes.count, slashes + 2) : bytes.count
        let end = endOfURL(from: slashes + 2, scheme: scheme, limit: limit)
        if !isInRest { restEnd = end }
        let url = bytes[(slashes + 2)..<end]
        let authority = url.prefix { !"/?#".utf8.contains($0) }
        return FoundURL(
            scheme: String(decoding: scheme.map(\.lowercasedASCII), as: UTF8.self),
            authority: authority,
            rest: url[authority.endIndex...],
            isInRest: isInRest
        )
    }

    /// The position of the next `//`, after which an authority begins. More slashes in a row belong to the path.
    private static func slashes(in bytes: [UInt8], from start: Int) -> Int? {
        let slash = UInt8(ascii: "/")
        var position = start
        while let first = bytes[position...].firstIndex(of: slash), first + 1 < bytes.count {
            if bytes[first + 1] == slash, first == 0 || bytes[first - 1] != slash { return first }
            position = first + 1
        }
        return nil
    }

    /// Whether `//` after a colon is at a position. A masked text has no scheme before the colon.
    private func isAuthority(at position: Int) -> Bool {
        position > 0 && bytes[position - 1] == UInt8(ascii: ":") && bytes[position...].starts(with: "//".utf8)
    }

    /// The scheme before `://`; empty when only `//` is there.
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
    private func endOfURL(from start: Int, scheme: ArraySlice<UInt8>, limit: Int) -> Int {
        // Brackets within the URL, as around a placeholder, are not the one before it.
        let isInBrackets = scheme.startIndex > 0 && bytes[scheme.startIndex - 1] == UInt8(ascii: "<")
        var openBrackets = 0
        return (start..<limit).first { index in
            let byte = bytes[index]
            if byte <= .space || isAuthority(at: index) { return true }
            switch end {
            case .quotesAndBrackets: return "\"<>".utf8.contains(byte)
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
    /// Whether schemes and hosts can contain this character.
    var isAddressLetter: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }
}
