/// A version that can be compared by the rules of one package manager.
protocol PackageVersion: Sendable, Comparable {
    /// Reads a version; `nil` when it is invalid for the package manager.
    init?(_ text: String)

    /// The prefix that `~=` keeps: all parts but the last; `nil` when there is only one part.
    var compatiblePrefix: Self? { get }

    /// Whether this version satisfies `prefix.*`.
    func hasPrefix(_ prefix: Self) -> Bool

    /// Whether this version satisfies `== other`.
    func matches(_ other: Self) -> Bool

    /// Whether this version satisfies `> bound` or, if inclusive, `>= bound`.
    func isAbove(_ bound: Self, isInclusive: Bool) -> Bool

    /// Whether this version satisfies `< bound` or, if inclusive, `<= bound`.
    func isBelow(_ bound: Self, isInclusive: Bool) -> Bool

    /// The version of this kind in a condition, if it has one.
    static func version(in condition: VersionCondition) -> Self?
}
