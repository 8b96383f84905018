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
