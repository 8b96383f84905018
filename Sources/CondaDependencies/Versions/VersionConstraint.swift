internal import AzureMLSupport

/// Which versions of a package may be installed, such as `=3.8`, `1.26` or `>= 3.6, <3.9|4.*`, with the exact text.
///
/// It is read once, by the grammar of the entry that it is a part of. Two constraints are equal when their texts are.
///
/// > Python: `conda.models.version.VersionSpec`, `packaging.specifiers.SpecifierSet`
public struct VersionConstraint: Sendable, Hashable, CustomStringConvertible {
    /// The constraint as written, operators and blanks included.
    public let text: String
    /// `nil` when no version can be compared with it.
    private let conditions: VersionConditions?
    /// Where in the text the pinned version is.
    private let pinned: Range<Int>?

    init(text: String, pinned: Range<Int>? = nil, conditions: VersionConditions?) {
        self.text = text
        self.pinned = pinned
        self.conditions = conditions
    }

    /// The one version that a constraint of conda's asks for, with neither bounds nor patterns.
    var pinnedVersion: String? {
        guard let pinned else { return nil }
        return String(decoding: text.utf8.dropFirst(pinned.lowerBound).prefix(pinned.count), as: UTF8.self)
    }

    /// Reads the constraint of a search, in which conda's conditions and pip's can be written.
    ///
    /// - Parameter text: Conditions of an operator and a version; without an operator, that version alone.
    /// - Throws: ``PackageSyntaxError`` with the reason and the column where reading stopped.
    package init(_ text: String) throws(PackageSyntaxError) {
        self = try VersionConstraintReader.constraint(text)
    }

    /// The text as it was given.
    public var description: String { text }

    /// Whether both texts have the same bytes.
    public static func == (left: VersionConstraint, right: VersionConstraint) -> Bool {
        left.text.exact == right.text.exact
    }

    /// Feeds the bytes of the text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text.exact)
    }
}

extension VersionConstraint {
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

    /// Whether every version in the constraint is one for this package manager.
    func isReadable<Version: PackageVersion>(as kind: Version.Type) -> Bool {
        conditions?.isReadable(as: kind) ?? false
    }

    /// Whether a version fulfils this; possible where the package manager cannot read the constraint.
    func answer<Version: PackageVersion>(for version: Version) -> Answer {
        conditions?.answer(forAll: AllowedVersions(only: version)) ?? .possible
    }

    /// Whether all, some or none of the versions that fulfil another constraint fulfil this, as far as can be told.
    func answer<Version: PackageVersion>(forAll other: VersionConstraint, as kind: Version.Type) -> Answer {
        guard let conditions, let others = other.conditions else { return .possible }
        return conditions.answer(forAll: others, as: kind)
    }
}
