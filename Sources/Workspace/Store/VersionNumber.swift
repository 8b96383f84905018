internal import AzureMLSupport

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
