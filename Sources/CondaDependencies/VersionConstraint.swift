/// What versions of a package are looked for, such as `>=1.26,<2` or `1.25.*|>=2`, for conda and for pip alike.
///
/// Conditions joined by `,` hold together, those joined by `|` stand for each other; `,` binds closer. Which version comes
/// first is left to the package manager.
package struct VersionConstraint: Sendable, Hashable {
    /// How a version is compared with another one.
    package enum Comparison: Sendable, Hashable {
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

        init(_ isSo: Bool) { self = isSo ? .certain : .no }

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
        alternatives.joined().allSatisfy { condition in
            guard Version(condition.version) != nil else { return false }
            return condition.comparison != .compatible || Version.compatiblePrefix(of: condition.version) != nil
        }
    }

    /// Whether a version fulfils this; possible where the package manager cannot read the constraint.
    package func answer<Version: PackageVersion>(for version: Version) -> Answer {
        answer { condition in
            guard let other = Version(condition.version) else { return .possible }
            switch condition.comparison {
            case .prefix: return Answer(version.hasPrefix(other))
            case .compatible:
                guard let prefix = Version.compatiblePrefix(of: condition.version) else { return .possible }
                return Answer(version.fulfills(.compatible, other) && version.hasPrefix(prefix))
            case .equal, .less, .lessOrEqual, .greater, .greaterOrEqual:
                return Answer(version.fulfills(condition.comparison, other))
            }
        }
    }

    /// Whether all, some or none of the versions below a prefix fulfil this.
    ///
    /// Pre-releases of the prefix itself count as below it: `=1.26` is certain to be `>=1.26`.
    package func answer<Version: PackageVersion>(forAnyBelow prefix: Version) -> Answer {
        answer { condition in
            guard let other = Version(condition.version) else { return .possible }
            switch condition.comparison {
            case .prefix: return Self.answer(forAnyBelow: prefix, beginningWith: other)
            case .compatible:
                guard let beginning = Version.compatiblePrefix(of: condition.version) else { return .possible }
                return min(
                    Self.answer(forAnyBelow: prefix, .greaterOrEqual, other),
                    Self.answer(forAnyBelow: prefix, beginningWith: beginning)
                )
            case .equal, .less, .lessOrEqual, .greater, .greaterOrEqual:
                return Self.answer(forAnyBelow: prefix, condition.comparison, other)
            }
        }
    }

    private func answer(_ check: (Condition) -> Answer) -> Answer {
        alternatives.map { conditions in
            conditions.map { $0.isNegated ? check($0).negated : check($0) }.min() ?? .certain
        }.max() ?? .no
    }

    private static func answer<Version: PackageVersion>(
        forAnyBelow prefix: Version,
        beginningWith other: Version
    ) -> Answer {
        if prefix.hasPrefix(other) { return .certain }
        return other.hasPrefix(prefix) ? .possible : .no
    }

    private static func answer<Version: PackageVersion>(
        forAnyBelow prefix: Version,
        _ comparison: Comparison,
        _ other: Version
    ) -> Answer {
        if prefix == other {
            switch comparison {
            case .greaterOrEqual: return .certain
            case .less: return .no
            default: return .possible
            }
        }
        // A version that lies among those below the prefix has some of them on either side.
        return other.hasPrefix(prefix) ? .possible : Answer(prefix.fulfills(comparison, other))
    }
}
