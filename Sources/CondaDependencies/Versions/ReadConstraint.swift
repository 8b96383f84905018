/// A version constraint while it is being read: where it is, and its conditions so far.
struct ReadConstraint {
    var text: Range<Int>
    /// The version in it, when it is the only one and neither bounds nor patterns are asked for.
    var pinned: Range<Int>?
    private var conditions: VersionConditions?
    private var isComparable = true

    init(text: Range<Int>) {
        self.text = text
    }

    /// The conditions; `nil` when the constraint has a form that is read, but not compared.
    var comparableConditions: VersionConditions? { isComparable ? conditions : nil }

    /// Notes a form that is not compared: parentheses, a wildcard alone or several.
    mutating func noteIncomparable() {
        isComparable = false
    }

    /// Makes conda's `=` ask for one version.
    mutating func makeExact() {
        conditions?.makeExact()
    }

    /// Adds a condition of conda's, which is not compared without a version or where its wildcard has no meaning.
    mutating func append(
        _ operation: VersionOperator,
        _ version: CondaVersion?,
        hasWildcard: Bool = false,
        joinedBy joint: VersionJoint = .and
    ) {
        guard let version, let comparison = operation.comparison(withWildcard: hasWildcard) else {
            return noteIncomparable()
        }
        conditions.append(
            VersionCondition(comparison: comparison, isNegated: operation == .notEqual, conda: version),
            joinedBy: joint
        )
    }

    /// Adds a condition of pip's, which without a version is not compared: `===` takes any text.
    mutating func append(_ operation: VersionOperator, _ version: PipVersion?, hasWildcard: Bool = false) {
        guard let comparison = operation.comparison(withWildcard: hasWildcard) else { return noteIncomparable() }
        conditions.append(
            VersionCondition(comparison: comparison, isNegated: operation == .notEqual, pip: version),
            joinedBy: .and
        )
    }
}
