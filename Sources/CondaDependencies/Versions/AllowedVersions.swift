/// The versions that an entry allows by conditions that hold together.
struct AllowedVersions<Version: PackageVersion> {
    private var ranges: [VersionRange<Version>] = []
    private var excluded: [VersionRange<Version>] = []

    /// One version and no other.
    init(only version: Version) {
        ranges = [.one(version)]
    }

    /// A condition that the package manager has no version for leaves all open that the others do.
    init(_ conditions: [VersionCondition]) {
        for condition in conditions {
            guard let found = VersionRange<Version>.ranges(of: condition) else { continue }
            if condition.isNegated { excluded += found } else { ranges += found }
        }
    }

    /// Whether all, some or none of these versions fulfil a condition.
    func answer(to condition: VersionCondition) -> VersionConstraint.Answer {
        guard let wanted = VersionRange<Version>.ranges(of: condition) else { return .possible }
        let answer = wanted.map(answer).min() ?? .possible
        return condition.isNegated ? answer.negated : answer
    }

    private func answer(in wanted: VersionRange<Version>) -> VersionConstraint.Answer {
        // Each range holds all of these versions, so that one which says no or certain says it for them.
        let answers = ranges.map { $0.answer(in: wanted) }
        if answers.contains(.no) || excluded.contains(where: { wanted.answer(in: $0) == .certain }) { return .no }
        return answers.contains(.certain) ? .certain : .possible
    }
}
