/// A contiguous range of versions in a package manager's order.
///
/// Ignores pre-releases of the version in a prefix; otherwise `=1.26` would never certainly satisfy `>=1.26`.
enum VersionRange<Version: PackageVersion> {
    case one(Version)
    case beginningWith(Version)
    case above(Version, isInclusive: Bool)
    case below(Version, isInclusive: Bool)

    /// Returns the ranges of a condition without its negation, all of which apply; `nil` when the version is invalid
    /// for the package manager.
    static func ranges(of condition: VersionCondition) -> [VersionRange]? {
        guard let version = Version.version(in: condition) else { return nil }
        switch condition.comparison {
        case .equal: return [.one(version)]
        case .prefix, .fuzzy: return [.beginningWith(version)]
        case .greater: return [.above(version, isInclusive: false)]
        case .greaterOrEqual: return [.above(version, isInclusive: true)]
        case .less: return [.below(version, isInclusive: false)]
        case .lessOrEqual: return [.below(version, isInclusive: true)]
        case .compatible:
            guard let prefix = version.compatiblePrefix else { return nil }
            return [.above(version, isInclusive: true), .beginningWith(prefix)]
        }
    }

    /// Returns whether all, some or none of these versions are in another range, as far as the bounds tell.
    func answer(in other: VersionRange) -> VersionConstraint.Answer {
        switch self {
        case .one(let version): other.contains(version) ? .certain : .no
        case .beginningWith(let prefix): other.answer(forAllBeginningWith: prefix)
        case .above(let bound, let isInclusive): other.answer(forAllAbove: bound, isInclusive: isInclusive)
        case .below(let bound, let isInclusive): other.answer(forAllBelow: bound, isInclusive: isInclusive)
        }
    }

    private func contains(_ version: Version) -> Bool {
        switch self {
        case .one(let other): version.matches(other)
        case .beginningWith(let prefix): version.hasPrefix(prefix)
        case .above(let bound, let isInclusive): version.isAbove(bound, isInclusive: isInclusive)
        case .below(let bound, let isInclusive): version.isBelow(bound, isInclusive: isInclusive)
        }
    }

    private func answer(forAllBeginningWith prefix: Version) -> VersionConstraint.Answer {
        switch self {
        case .one(let version): return version.hasPrefix(prefix) ? .possible : .no
        case .beginningWith(let other):
            if prefix.hasPrefix(other) { return .certain }
            return other.hasPrefix(prefix) ? .possible : .no
        case .above(let bound, isInclusive: true) where bound == prefix: return .certain
        case .below(let bound, isInclusive: false) where bound == prefix: return .no
        case .above(let bound, _), .below(let bound, _):
            // A bound that begins with the prefix has versions with this prefix on both sides.
            if bound.hasPrefix(prefix) { return .possible }
            return contains(prefix) ? .certain : .no
        }
    }

    private func answer(forAllAbove bound: Version, isInclusive: Bool) -> VersionConstraint.Answer {
        switch self {
        case .one(let version):
            return VersionRange.above(bound, isInclusive: isInclusive).contains(version) ? .possible : .no
        case .beginningWith(let prefix): return bound > prefix && !bound.hasPrefix(prefix) ? .no : .possible
        case .above(let other, isInclusive: false) where other == bound && !isInclusive: return .certain
        case .above: return contains(bound) ? .certain : .possible
        case .below(let other, _) where other == bound && !isInclusive: return .no
        case .below: return contains(bound) ? .possible : .no
        }
    }

    private func answer(forAllBelow bound: Version, isInclusive: Bool) -> VersionConstraint.Answer {
        switch self {
        case .one(let version):
            return VersionRange.below(bound, isInclusive: isInclusive).contains(version) ? .possible : .no
        case .beginningWith(let prefix) where prefix == bound: return isInclusive ? .possible : .no
        case .beginningWith(let prefix): return bound < prefix && !bound.hasPrefix(prefix) ? .no : .possible
        case .below(let other, isInclusive: false) where other == bound && !isInclusive: return .certain
        case .below: return contains(bound) ? .certain : .possible
        case .above(let other, _) where other == bound && !isInclusive: return .no
        case .above: return contains(bound) ? .possible : .no
        }
    }
}
