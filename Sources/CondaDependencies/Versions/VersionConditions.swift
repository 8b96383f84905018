/// How a version is compared with another one.
enum VersionComparison: Sendable, Hashable {
    case equal, less, lessOrEqual, greater, greaterOrEqual
    /// `~=`: that version or a later one with the same beginning.
    case compatible
    /// `1.2.*`: that version or one below it.
    case prefix
    /// `=1.2`: as a prefix, but with a build after it that version alone.
    case fuzzy
}

/// An operator and a version, as the version of each package manager that has it.
struct VersionCondition: Sendable {
    var comparison: VersionComparison
    let isNegated: Bool
    var conda: CondaVersion?
    var pip: PipVersion?
}

/// How a condition is joined with those before it.
enum VersionJoint: Sendable {
    case and, or
}

/// The conditions of a version constraint.
///
/// Conditions joined by `,` hold together, those joined by `|` stand for each other; `,` binds closer. Which version comes
/// first is left to the package manager.
struct VersionConditions: Sendable {
    /// Apart from the others, because most constraints have one condition, which then needs no array.
    private var first: VersionCondition
    private var others: [(joint: VersionJoint, condition: VersionCondition)] = []

    init(_ first: VersionCondition) {
        self.first = first
    }

    mutating func append(_ condition: VersionCondition, joinedBy joint: VersionJoint) {
        others.append((joint, condition))
    }

    /// With a build after it, conda's `=` asks for one version.
    mutating func makeExact() {
        if first.comparison == .fuzzy { first.comparison = .equal }
    }

    /// Of these one has to hold, of the conditions in it all.
    private var alternatives: [[VersionCondition]] {
        var alternatives = [[first]]
        for (joint, condition) in others {
            switch joint {
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

    /// Whether all, some or none of the versions that fulfil other conditions fulfil these, as far as can be told.
    func answer<Version: PackageVersion>(
        forAll other: VersionConditions,
        as kind: Version.Type
    ) -> VersionConstraint.Answer {
        let answers = Set(other.alternatives.map { answer(forAll: AllowedVersions<Version>($0)) })
        // Nothing tells which of the alternatives is taken.
        return answers.count == 1 ? answers.first ?? .possible : .possible
    }

    func answer<Version: PackageVersion>(forAll versions: AllowedVersions<Version>) -> VersionConstraint.Answer {
        alternatives.map { conditions in conditions.map(versions.answer).min() ?? .possible }.max() ?? .possible
    }
}

extension VersionConditions? {
    /// Adds a condition; the first one makes the conditions.
    mutating func append(_ condition: VersionCondition, joinedBy joint: VersionJoint) {
        if self == nil {
            self = VersionConditions(condition)
        } else {
            self?.append(condition, joinedBy: joint)
        }
    }
}
