/// The file name of a wheel: `distribution-version(-build)-python-abi-platform.whl`.
///
/// Source: PEP 427. Every character is one that neither a path nor a URL gives a meaning.
struct WheelName: Sendable, Hashable {
    let text: String

    /// - Parameter text: The name; `nil` comes back when it is no wheel's.
    init?(_ text: String) {
        let ending = ".whl"
        guard text.utf8.count <= 255, text.hasSuffix(ending) else { return nil }
        let parts = text.dropLast(ending.count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 5 || parts.count == 6 else { return nil }
        let isWellFormed = parts.enumerated().allSatisfy { position, part in
            switch position {
            case 0: Self.isTag(part)
            case 1: Self.startsWithDigit(part) && Self.isMade(part, ofLettersDigitsAnd: "._+!")
            case 2 where parts.count == 6: Self.startsWithDigit(part) && Self.isTag(part)
            default: Self.isTag(part)
            }
        }
        guard isWellFormed, text.utf8.first != UInt8(ascii: ".") else { return nil }
        self.text = text
    }

    private static func isTag(_ part: Substring) -> Bool {
        isMade(part, ofLettersDigitsAnd: "._")
    }

    private static func startsWithDigit(_ part: Substring) -> Bool {
        part.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }

    private static func isMade(_ part: Substring, ofLettersDigitsAnd others: String) -> Bool {
        !part.isEmpty
            && part.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: others.utf8.contains(byte)
                }
            }
    }
}
