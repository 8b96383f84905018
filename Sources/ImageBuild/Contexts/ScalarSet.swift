/// The characters between the brackets of a pattern.
struct ScalarSet: Sendable {
    /// In order, and apart from each other.
    private let ranges: [ClosedRange<Unicode.Scalar>]

    init(_ ranges: [ClosedRange<Unicode.Scalar>]) {
        var joined: [ClosedRange<Unicode.Scalar>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        self.ranges = joined
    }

    /// Searches by bisection: a set of 4,000 characters is asked about every character of every path.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var candidates = ranges[...]
        while candidates.count > 1 {
            let middle = candidates.startIndex + candidates.count / 2
            candidates = candidates[middle].lowerBound <= scalar ? candidates[middle...] : candidates[..<middle]
        }
        return candidates.first?.contains(scalar) ?? false
    }
}
