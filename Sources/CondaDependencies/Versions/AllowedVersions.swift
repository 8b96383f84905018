/// The versions that an entry allows by conditions that all apply.
struct AllowedVersions<Version: PackageVersion> {
    private var ranges: [VersionRange<Version>] = []
    private var excluded: [VersionRange<Version>] = []

    /// Allows one version only.
    init(only version: Version) {
        ranges = [.one(version)]
    }

    /// Combines conditions; one whose version is invalid for the package manager restricts nothing.
    init(_ conditions: [VersionCondition]) {
        for condition in conditions {
            guard let found = VersionRange<Version>.ranges(of: condition) else { continue }
            if condition.isNegated { excluded += found } else { ranges += found }
        }
    }

    /// Returns whether all, some or none of these versions satisfy a condition.
    func answer(to condition: VersionCondition) -> VersionConstraint.Answer {
        guard let wanted = VersionRange<Version>.ranges(of: condition) else { return .possible }
        let answer = wanted.map(answer).min() ?? .possible
        return condition.isNegated ? answer.negated : answer
    }

    private func answer(in wanted: VersionRange<Version>) -> VersionConstraint.Answer {
        // Each range contains all of these versions, so one range that answers `no` or `certain` decides for all.
        let answers = ranges.map { $0.answer(in: wanted) }
        if answers.contains(.no) || excluded.contains(where: { wanted.answer(in: $0) == .certain }) { return .no }
        return answers.contains(.certain) ? .certain : .possible
    }
}
