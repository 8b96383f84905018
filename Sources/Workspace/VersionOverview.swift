/// What is known of the versions of one name without reading them all.
struct VersionOverview: Hashable {
    /// The version that was stored last; `nil` when there is none.
    var latest: String?
    /// The greatest sequence; 0 when there is no version.
    var sequence = 0
    /// The highest number given out; 0 when there is none.
    var highestNumber = 0

    /// The next number; `nil` when there is none left.
    var nextNumber: Int? { VersionNumber.next(after: highestNumber) }

    var nextSequence: Int { min(sequence + 1, RegistrationRecord.greatestSequence) }
}
