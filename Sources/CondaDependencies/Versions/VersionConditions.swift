/// How a version is compared with another one.
enum VersionComparison: Sendable, Hashable {
    case equal, less, lessOrEqual, greater, greaterOrEqual
    /// `~=`: that version or a later one with the same prefix.
    case compatible
    /// `1.2.*`: that version or one that begins with it.
    case prefix
    /// `=1.2`: like a prefix, but only that version when a build follows.
    case fuzzy
}

/// An operator and a version, with the version as each package manager reads it.
struct VersionCondition: Sendable {
    var comparison: VersionComparison
    let isNegated: Bool
    var conda: CondaVersion?
    var pip: PipVersion?
}

/// How a condition is joined with the conditions before it.
enum VersionConnective: Sendable {
    case and, or
}

/// The conditions of a version constraint.
///
/// `,` joins conditions that must all be satisfied, and `|` joins alternatives; `,` binds more tightly. The package
/// manager defines the order of versions.
struct VersionConditions: Sendable {
    /// Separate from the others, because most constraints have one condition, which then needs no array.
    private var first: VersionCondition
    private var others: [(connective: VersionConnective, condition: VersionCondition)] = []

    init(_ first: VersionCondition) {
        self.first = first
    }

    mutating func append(_ condition: VersionCondition, joinedBy connective: VersionConnective) {
        others.append((connective, condition))
    }

    /// Makes conda's `=` match one version only, as when a build follows.
    mutating func makeExact() {
        if first.comparison == .fuzzy { first.comparison = .equal }
    }

    /// The alternatives; a version must satisfy all conditions of at least one.
    private var alternatives: [[VersionCondition]] {
        var alternatives = [[first]]
        for (connective, condition) in others {
            switch connective {
            case .and: alternatives[alternatives.count - 1].append(condition)
            case .or: alternatives.append([condition])
            }
        }
        return alternatives
    }

    /// Whether every condition can be compared with versions of this kind.
    func isReadable<Version: PackageVersion>(as kind: Version.Type) -> Bool {
        alternatives.joined().allSatisfy { VersionRange<Version>.ranges(of: $0) != nil }
    }

    /// Returns whether all, some or none of the versions that satisfy other conditions satisfy these, as far as known.
    func answer<Version: PackageVersion>(
        forAll other: VersionConditions,
        as kind: Version.Type
    ) -> VersionConstraint.Answer {
        let answers = Set(other.alternatives.map { answer(forAll: AllowedVersions<Version>($0)) })
        // It is not known which alternative the package manager will choose.
        return answers.count == 1 ? answers.first ?? .possible : .possible
    }

    func answer<Version: PackageVersion>(forAll versions: AllowedVersions<Version>) -> VersionConstraint.Answer {
        alternatives.map { conditions in conditions.map(versions.answer).min() ?? .possible }.max() ?? .possible
    }
}

extension VersionConditions? {
    /// Adds a condition; the first one creates the conditions.
    mutating func append(_ condition: VersionCondition, joinedBy connective: VersionConnective) {
        if self == nil {
            self = VersionConditions(condition)
        } else {
            self?.append(condition, joinedBy: connective)
        }
    }
}
