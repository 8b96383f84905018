internal import AzureMLSupport

/// The versions that are assigned automatically: "1", "2", …
enum VersionNumber {
    /// Returns the number that a version spells; `nil` when it is not the usual spelling of a number, as "01" is not.
    static func parse(_ version: String) -> Int? {
        guard let number = Int(version), number >= 0, String(number).exact == version.exact else {
            return nil
        }
        return number
    }

    /// Returns the next number; `nil` when there is no greater number.
    static func next(after number: Int) -> Int? {
        let (next, overflows) = number.addingReportingOverflow(1)
        return overflows ? nil : next
    }
}
