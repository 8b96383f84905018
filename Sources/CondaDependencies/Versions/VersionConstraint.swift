internal import AzureMLSupport

/// A constraint on the versions of a package, such as `=3.8`, `1.26` or `>= 3.6, <3.9|4.*`, with its exact text.
///
/// It is parsed once, by the grammar of the entry that contains it. Two constraints are equal when their texts are.
///
/// > Python: `conda.models.version.VersionSpec`, `packaging.specifiers.SpecifierSet`
public struct VersionConstraint: Sendable, Hashable {
    /// The constraint as written, operators and blanks included.
    public let text: String
    /// `nil` when no version can be compared with it.
    private let conditions: VersionConditions?
    /// The range of the pinned version in the text.
    private let pinned: Range<Int>?

    init(text: String, pinned: Range<Int>? = nil, conditions: VersionConditions?) {
        self.text = text
        self.pinned = pinned
        self.conditions = conditions
    }

    /// The version, when a conda constraint names exactly one, without bounds or patterns.
    var pinnedVersion: String? {
        guard let pinned else { return nil }
        return String(decoding: text.utf8.dropFirst(pinned.lowerBound).prefix(pinned.count), as: UTF8.self)
    }

    /// Reads the constraint of a search, which accepts both conda's and pip's conditions.
    ///
    /// - Parameter text: Conditions, each an operator and a version; a version alone means exactly that version.
    /// - Throws: ``PackageSyntaxError`` with the reason and the column where reading stopped.
    package init(_ text: String) throws(PackageSyntaxError) {
        self = try VersionConstraintReader.constraint(text)
    }

    /// Whether both texts have the same bytes.
    public static func == (left: VersionConstraint, right: VersionConstraint) -> Bool {
        left.text.exact == right.text.exact
    }

    /// Hashes the bytes of the text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text.exact)
    }
}

extension VersionConstraint: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The original text. Nothing is masked, because scripts use it as the data itself; ``debugDescription`` is for
    /// logs.
    public var description: String { text }

    /// The original text with credentials masked.
    public var debugDescription: String { text.maskingCredentials }

    /// A mirror without children, so that `dump` shows ``debugDescription``, in which credentials are masked.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension VersionConstraint {
    /// Whether a version certainly, possibly or never satisfies a constraint.
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

    /// Whether every version in the constraint is valid for this package manager.
    func isReadable<Version: PackageVersion>(as kind: Version.Type) -> Bool {
        conditions?.isReadable(as: kind) ?? false
    }

    /// Returns whether a version satisfies this; `possible` when the package manager cannot read the constraint.
    func answer<Version: PackageVersion>(for version: Version) -> Answer {
        conditions?.answer(forAll: AllowedVersions(only: version)) ?? .possible
    }

    /// Returns whether all, some or none of the versions that satisfy another constraint satisfy this, as far as known.
    func answer<Version: PackageVersion>(forAll other: VersionConstraint, as kind: Version.Type) -> Answer {
        guard let conditions, let others = other.conditions else { return .possible }
        return conditions.answer(forAll: others, as: kind)
    }
}
