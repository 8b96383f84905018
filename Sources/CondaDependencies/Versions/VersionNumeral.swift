/// A number of any length in a version: dates and commit hashes may not fit in an integer type.
enum VersionNumeral: Sendable, Hashable {
    /// A number that fits in 64 bits, as nearly all do.
    case word(UInt64)
    /// The digits of a larger number, without leading zeros.
    case digits([UInt8])

    static var zero: VersionNumeral { .word(0) }
}

extension VersionNumeral: Comparable {
    static func < (left: VersionNumeral, right: VersionNumeral) -> Bool {
        switch (left, right) {
        case (.word(let left), .word(let right)): left < right
        case (.word, .digits): true
        case (.digits, .word): false
        case (.digits(let left), .digits(let right)):
            left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
        }
    }
}
