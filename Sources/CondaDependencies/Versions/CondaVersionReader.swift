internal import AzureMLSupport

/// Reads a conda version at the position of a cursor.
///
/// A version has parts of letters and digits, separated by `.`, `_` or `-`, with an optional epoch before `!` and an
/// optional local version after `+`.
struct CondaVersionReader {
    private var epoch: VersionNumeral?
    private var release: [CondaVersion.Part]?
    private var parts: [CondaVersion.Part] = []

    /// Reads up to the first byte that cannot continue a version, or up to `.*`, which is not a part of it.
    ///
    /// - Returns: The version; `nil` for a text that is accepted as a version but that conda cannot order.
    static func read(_ cursor: inout LineCursor) throws(PackageSyntaxError) -> CondaVersion? {
        let start = cursor.position
        if let numbers = cursor.takeDottedNumbers(), cursor.isAtEndOfVersion { return CondaVersion(numbers) }
        cursor.position = start
        var reader = CondaVersionReader()
        return try reader.read(&cursor)
    }

    private mutating func read(_ cursor: inout LineCursor) throws(PackageSyntaxError) -> CondaVersion? {
        guard cursor.next.isASCIIAlphanumeric else { throw cursor.failure(.versionMissing) }
        var (hasUnderscore, hasDash) = (false, false)
        while true {
            readComponent(&cursor)
            let following = cursor.afterNext
            switch cursor.next {
            case UInt8(ascii: "."):
                if following == UInt8(ascii: "*") { return version }
                guard following.isASCIIAlphanumeric else { throw cursor.failure(.invalidVersion) }
                parts.append(.dot)
            case UInt8(ascii: "_"), UInt8(ascii: "-"):
                if cursor.next == UInt8(ascii: "_") { hasUnderscore = true } else { hasDash = true }
                guard !(hasUnderscore && hasDash) else { throw cursor.failure(.invalidVersion) }
                guard following.isASCIIAlphanumeric else {
                    takeFinalUnderscore(&cursor)
                    guard release == nil else { return nil }
                    guard cursor.next == UInt8(ascii: "+") else { return version }
                    try startLocal(cursor)
                    break
                }
                parts.append(.underscore)
            case UInt8(ascii: "!"):
                guard case .number(let number) = parts.first, parts.count == 1, epoch == nil, release == nil,
                    following.isASCIIAlphanumeric
                else { throw cursor.failure(.invalidVersion) }
                epoch = number
                parts.removeAll(keepingCapacity: true)
            case UInt8(ascii: "+"):
                try startLocal(cursor)
            default:
                return version
            }
            cursor.advance()
        }
    }

    private mutating func startLocal(_ cursor: LineCursor) throws(PackageSyntaxError) {
        guard release == nil, cursor.afterNext.isASCIIAlphanumeric else { throw cursor.failure(.invalidVersion) }
        release = parts
        parts = []
    }

    private var version: CondaVersion {
        CondaVersion(epoch: epoch ?? .zero, release: release ?? parts, local: release == nil ? [] : parts)
    }

    /// Reads runs of digits and letters up to the next separator.
    private mutating func readComponent(_ cursor: inout LineCursor) {
        if !cursor.next.isASCIIDigit { parts.append(.zero) }
        while cursor.next.isASCIIAlphanumeric {
            if let number = cursor.takeNumber() { parts.append(.number(number)) }
            let letters = cursor.take(while: \.isASCIILetter)
            if !letters.isEmpty { parts.append(Self.part(ofLetters: cursor.bytes[letters])) }
        }
    }

    private static func part(ofLetters letters: ArraySlice<UInt8>) -> CondaVersion.Part {
        let text = letters.map(\.lowercasedASCII)
        if text.elementsEqual("post".utf8) { return .post }
        // Upper case sorts before `_` and all lower-case letters, so `dev` sorts first.
        return .text(text.elementsEqual("dev".utf8) ? Array("DEV".utf8) : text)
    }

    /// Reads a separator at the end, as in old openssl versions: `1.0.1_` sorts before `1.0.1a`. It belongs to the
    /// letters before it.
    private mutating func takeFinalUnderscore(_ cursor: inout LineCursor) {
        let letters = cursor.bytes[..<cursor.position].reversed().prefix(while: \.isASCIILetter)
        if !letters.isEmpty { parts.removeLast() }
        parts.append(.text(letters.reversed().map(\.lowercasedASCII) + [UInt8(ascii: "_")]))
        cursor.advance()
    }
}

extension LineCursor {
    /// Whether a version ends here, as it does before `.*`.
    fileprivate var isAtEndOfVersion: Bool {
        if next == UInt8(ascii: ".") { return afterNext == UInt8(ascii: "*") }
        return !next.isInName && next != UInt8(ascii: "!") && next != UInt8(ascii: "+")
    }
}
