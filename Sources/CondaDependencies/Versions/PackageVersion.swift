/// A version in the order of one package manager.
protocol PackageVersion: Sendable, Comparable {
    /// Reads a version; `nil` when the package manager has no such one.
    init?(_ text: String)

    /// The prefix that `~=` keeps: all but the last part; `nil` when there is one part only.
    var compatiblePrefix: Self? { get }

    /// Whether this is what `prefix.*` asks for.
    func hasPrefix(_ prefix: Self) -> Bool

    /// Whether this is what `== other` asks for.
    func matches(_ other: Self) -> Bool

    /// Whether this is what `> bound`, or `>= bound`, asks for.
    func isAbove(_ bound: Self, isInclusive: Bool) -> Bool

    /// Whether this is what `< bound`, or `<= bound`, asks for.
    func isBelow(_ bound: Self, isInclusive: Bool) -> Bool

    /// The version of this kind in a condition, if it has one.
    static func version(in condition: VersionCondition) -> Self?
}
