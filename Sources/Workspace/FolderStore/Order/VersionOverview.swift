/// A summary of the versions of one name, which saves reading them all.
///
/// Archived and removed versions count for numbers and sequences, but are never the latest.
struct VersionOverview: Hashable {
    /// The version that was stored last and is not archived; `nil` when there is none.
    var latest: String?
    /// The greatest sequence; 0 when there is no version.
    var sequence = 0
    /// The highest number that was assigned; 0 when there is none.
    var highestNumber = 0
    /// The versions that would be the latest if they were not archived.
    var archivedSince: [String] = []

    /// The next number; `nil` when there is none left.
    var nextNumber: Int? { VersionNumber.next(after: highestNumber) }

    var nextSequence: Int { min(sequence + 1, RegistrationRecord.maximumSequence) }
}
