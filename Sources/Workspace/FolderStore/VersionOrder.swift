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

/// Versions that are numbers as they are given out: "1", "2", …
enum VersionNumber {
    /// The number; `nil` for a text that is not the usual spelling of one.
    static func parse(_ version: String) -> Int? {
        guard let number = Int(version), number >= 0, String(number).exact == version.exact else {
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

/// What is known of the versions of one name without reading them all: archived and removed ones count for numbers and
/// sequences, and are never the latest.
struct VersionOverview: Hashable {
    /// The version that was stored last and is not archived; `nil` when there is none.
    var latest: String?
    /// The greatest sequence; 0 when there is no version.
    var sequence = 0
    /// The highest number given out; 0 when there is none.
    var highestNumber = 0
    /// The versions that would be the latest if they were not archived.
    var archivedSince: [String] = []

    /// The next number; `nil` when there is none left.
    var nextNumber: Int? { VersionNumber.next(after: highestNumber) }

    var nextSequence: Int { min(sequence + 1, RegistrationRecord.greatestSequence) }
}

/// What looking at one version after the other brings together.
struct VersionSurvey {
    private var sequence = 0
    private var highestNumber = 0
    private var latest: VersionRank?
    private var archived: [VersionRank] = []
    private var damagedNumbers: Set<Int> = []
    /// Whether every version so far could be read.
    private(set) var isWhole = true

    /// Takes note of a version; without a record it is damaged.
    mutating func see(_ record: RegistrationRecord?, inFolder name: String, isArchived: Bool) {
        let number = VersionNumber.parse(name)
        highestNumber = max(highestNumber, number ?? 0)
        guard let record else {
            isWhole = false
            if let number, !isArchived { damagedNumbers.insert(number) }
            return
        }
        sequence = max(sequence, record.sequence)
        if record.isRemoved { return }
        let rank = VersionRank(sequence: record.sequence, version: record.version)
        if isArchived {
            archived.append(rank)
        } else {
            latest = max(latest ?? rank, rank)
        }
    }

    var overview: VersionOverview {
        // A damaged version with the highest number is most likely the latest: better an error than an older version.
        let isLatestDamaged = damagedNumbers.contains(highestNumber)
        return VersionOverview(
            latest: isLatestDamaged ? String(highestNumber) : latest?.version,
            sequence: sequence,
            highestNumber: highestNumber,
            archivedSince: archived.filter { rank in latest.map { $0 < rank } ?? true }.sorted().map(\.version)
        )
    }
}
