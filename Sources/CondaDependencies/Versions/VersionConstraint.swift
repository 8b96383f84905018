/// What versions of a package are looked for, such as `>=1.26,<2` or `1.25.*|>=2`, for conda and for pip alike.
///
/// Conditions joined by `,` hold together, those joined by `|` stand for each other; `,` binds closer. Which version comes
/// first is left to the package manager.
package struct VersionConstraint: Sendable, Hashable {
    /// How a version is compared with another one.
    enum Comparison: Sendable, Hashable {
        case equal, less, lessOrEqual, greater, greaterOrEqual
        /// `~=`: that version or a later one with the same beginning.
        case compatible
        /// `=1.2` or `1.2.*`: that version or one below it.
        case prefix
    }

    /// How sure it is that a version fulfils a constraint.
    package enum Answer: Int, Sendable, Hashable, Comparable {
        case no, possible, certain

        package static func < (left: Answer, right: Answer) -> Bool { left.rawValue < right.rawValue }

        var negated: Answer {
            switch self {
            case .no: .certain
            case .possible: .possible
            case .certain: .no
            }
        }
    }

    struct Condition: Sendable, Hashable {
        let comparison: Comparison
        let isNegated: Bool
        let version: String
    }

    /// Of these one has to hold, of the conditions in it all.
    private let alternatives: [[Condition]]

    /// Reads a constraint.
    ///
    /// - Parameter text: Conditions of an operator and a version; without an operator, that version alone.
    /// - Throws: ``PackageSyntaxError`` with the reason and the column where reading stopped.
    package init(_ text: String) throws(PackageSyntaxError) {
        var reader = VersionConstraintReader(text)
        alternatives = try reader.read()
    }

    /// Whether every version in the constraint is one for this package manager.
    package func isReadable<Version: PackageVersion>(as kind: Version.Type) -> Bool {
        alternatives.joined().allSatisfy { VersionRange<Version>.ranges(of: $0) != nil }
    }

    /// Whether a version fulfils this; possible where the package manager cannot read the constraint.
    func answer<Version: PackageVersion>(for version: Version) -> Answer {
        answer(forAll: AllowedVersions(only: version))
    }

    /// Whether all, some or none of the versions that fulfil another constraint fulfil this, as far as can be told.
    package func answer<Version: PackageVersion>(
        forAll other: VersionConstraint,
        as kind: Version.Type
    ) -> Answer {
        let answers = Set(other.alternatives.map { answer(forAll: AllowedVersions<Version>($0)) })
        // Nobody knows which of the alternatives is taken.
        return answers.count == 1 ? answers.first ?? .possible : .possible
    }

    private func answer<Version: PackageVersion>(forAll versions: AllowedVersions<Version>) -> Answer {
        alternatives.map { conditions in conditions.map(versions.answer).min() ?? .possible }.max() ?? .possible
    }
}
