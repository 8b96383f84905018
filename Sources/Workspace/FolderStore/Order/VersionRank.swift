internal import AzureMLSupport

/// The place of a version in the order of registration: by sequence; two writers, or two branches of version control,
/// can give out one sequence, and then the higher number and at last the greater name decide.
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
