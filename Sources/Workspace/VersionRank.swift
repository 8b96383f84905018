/// The place of a version in the order of registration: by sequence; two writers, or two branches of version control,
/// can give out one sequence, and then the higher number and at last the greater name decide.
struct VersionRank: Comparable {
    var sequence: Int
    var version: String

    static func < (left: VersionRank, right: VersionRank) -> Bool {
        if left.sequence != right.sequence { return left.sequence < right.sequence }
        let numbers = (VersionNumber.parse(left.version) ?? -1, VersionNumber.parse(right.version) ?? -1)
        if numbers.0 != numbers.1 { return numbers.0 < numbers.1 }
        return left.version.utf8.lexicographicallyPrecedes(right.version.utf8)
    }

    static func == (left: VersionRank, right: VersionRank) -> Bool {
        left.sequence == right.sequence && left.version.utf8.elementsEqual(right.version.utf8)
    }
}

/// Versions that are numbers as they are given out: "1", "2", …
enum VersionNumber {
    /// The number; `nil` for a text that is not the usual spelling of one.
    static func parse(_ version: String) -> Int? {
        guard let number = Int(version), number >= 0, String(number).utf8.elementsEqual(version.utf8) else {
            return nil
        }
        return number
    }

    /// `nil` when there is no greater number.
    static func next(after number: Int) -> Int? {
        let (next, overflows) = number.addingReportingOverflow(1)
        return overflows ? nil : next
    }
}
