/// A version in the order of one package manager.
package protocol PackageVersion: Sendable, Comparable {
    /// Reads a version; `nil` when the package manager has no such one.
    init?(_ text: String)

    /// Whether this is what `prefix.*` asks for.
    func hasPrefix(_ prefix: Self) -> Bool

    /// Whether this is what a comparison other than `.prefix` and `.compatible` with another version asks for.
    func fulfills(_ comparison: VersionConstraint.Comparison, _ other: Self) -> Bool

    /// What `~=` takes for the prefix: all but the last part; `nil` when there is one part only.
    static func compatiblePrefix(of text: String) -> Self?
}
