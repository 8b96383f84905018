internal import AzureMLSupport

/// The position of a version in the order of registration, which its sequence decides.
///
/// Two writers, or two branches in version control, can assign the same sequence; then the higher number comes later,
/// and after that the greater name.
struct VersionRank: Comparable {
    var sequence: Int
    var version: String

    static func < (left: VersionRank, right: VersionRank) -> Bool {
        if left.sequence != right.sequence { return left.sequence < right.sequence }
        let numbers = (VersionNumber.parse(left.version) ?? -1, VersionNumber.parse(right.version) ?? -1)
        if numbers.0 != numbers.1 { return numbers.0 < numbers.1 }
        return left.version.exact < right.version.exact
    }

    static func == (left: VersionRank, right: VersionRank) -> Bool {
        left.sequence == right.sequence && left.version.exact == right.version.exact
    }
}

extension VersionRank {
    init(_ stored: StoredVersion) {
        self.init(sequence: stored.sequence, version: stored.version)
    }
}
