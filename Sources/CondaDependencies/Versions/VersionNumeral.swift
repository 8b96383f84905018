/// A whole number of any length in a version: dates and hashes of commits do not fit into an integer.
enum VersionNumeral: Sendable, Hashable {
    /// Nearly every number.
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
