/// A version in the order of one package manager.
package protocol PackageVersion: Sendable, Comparable {
    /// Reads a version; `nil` when the package manager has no such one.
    init?(_ text: String)

    /// Whether this is what `prefix.*` asks for.
    func hasPrefix(_ prefix: Self) -> Bool

    /// Whether this is what `== other` asks for.
    func matches(_ other: Self) -> Bool

    /// Whether this is what `> bound`, or `>= bound`, asks for.
    func isAbove(_ bound: Self, isInclusive: Bool) -> Bool

    /// Whether this is what `< bound`, or `<= bound`, asks for.
    func isBelow(_ bound: Self, isInclusive: Bool) -> Bool

    /// What `~=` takes for the prefix: all but the last part; `nil` when there is one part only.
    static func compatiblePrefix(of text: String) -> Self?
}
