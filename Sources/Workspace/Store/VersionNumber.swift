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

    /// Returns the number after which the next version is counted; 0 when there is no version.
    ///
    /// That is the highest one, unless it is a removed one after which no number is left. No new version gets the
    /// number of a removed one, but such a number must not end the numbering either.
    static func highest(of numbers: Set<Int>, removed: Set<Int>) -> Int {
        guard let highest = numbers.max() else { return 0 }
        if next(after: highest) != nil { return highest }
        var number = highest
        while removed.contains(number) {
            number -= 1
            if !numbers.contains(number) { return numbers.lazy.filter { $0 < number }.max() ?? 0 }
        }
        // The number after a version that is not removed is taken, so the user has to choose.
        return highest
    }
}
