/// Collects the overview of a name's versions, which are added one after the other.
struct VersionSurvey {
    private var sequence = 0
    private var numbers: Set<Int> = []
    private var removedNumbers: Set<Int> = []
    private var latest: VersionRank?
    private var archived: [VersionRank] = []
    private var damagedNumbers: Set<Int> = []
    /// Whether every version so far could be read.
    private(set) var isWhole = true

    /// Adds a version; one without a record is damaged.
    mutating func record(_ record: RegistrationRecord?, inFolder name: String, isArchived: Bool) {
        let number = VersionNumber.parse(name)
        if let number { numbers.insert(number) }
        guard let record else {
            isWhole = false
            if let number, !isArchived { damagedNumbers.insert(number) }
            return
        }
        sequence = max(sequence, record.sequence)
        if record.isRemoved {
            if let number { removedNumbers.insert(number) }
            return
        }
        let rank = VersionRank(sequence: record.sequence, version: record.version)
        if isArchived {
            archived.append(rank)
        } else {
            latest = max(latest ?? rank, rank)
        }
    }

    var overview: VersionOverview {
        let highestNumber = VersionNumber.highest(of: numbers, removed: removedNumbers)
        // A damaged version with the highest number is most likely the latest, and an error is better than returning
        // an older version.
        let isLatestDamaged = damagedNumbers.contains(highestNumber)
        return VersionOverview(
            latest: isLatestDamaged ? String(highestNumber) : latest?.version,
            sequence: sequence,
            highestNumber: highestNumber,
            archivedSince: archived.filter { rank in latest.map { $0 < rank } ?? true }.sorted().map(\.version)
        )
    }
}
