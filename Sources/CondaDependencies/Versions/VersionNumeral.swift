/// A whole number of any length in a version: dates and hashes of commits do not fit into an integer.
struct VersionNumeral: Sendable, Hashable, Comparable {
    static let zero = VersionNumeral([])

    /// The digits without zeros in front.
    private let digits: [UInt8]

    init(_ digits: some Sequence<UInt8>) {
        self.digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
    }

    static func < (left: VersionNumeral, right: VersionNumeral) -> Bool {
        left.digits.count == right.digits.count
            ? left.digits.lexicographicallyPrecedes(right.digits) : left.digits.count < right.digits.count
    }
}
