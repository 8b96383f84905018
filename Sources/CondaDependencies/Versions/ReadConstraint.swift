/// A version constraint while it is being read: its range in the text and its conditions so far.
struct ReadConstraint {
    var text: Range<Int>
    /// The version, when the constraint names exactly one, without bounds or patterns.
    var pinned: Range<Int>?
    private var conditions: VersionConditions?
    private var isComparable = true

    init(text: Range<Int>) {
        self.text = text
    }

    /// The conditions; `nil` when the constraint has a form that can be read but not compared.
    var comparableConditions: VersionConditions? { isComparable ? conditions : nil }

    /// Records a form that cannot be compared: parentheses, a lone wildcard or several wildcards.
    mutating func noteIncomparable() {
        isComparable = false
    }

    /// Makes conda's `=` match one version only.
    mutating func makeExact() {
        conditions?.makeExact()
    }

    /// Adds a conda condition, which cannot be compared without a version or with a wildcard that has no meaning.
    mutating func append(
        _ operation: VersionOperator,
        _ version: CondaVersion?,
        hasWildcard: Bool = false,
        joinedBy connective: VersionConnective = .and
    ) {
        guard let version, let comparison = operation.comparison(withWildcard: hasWildcard) else {
            return noteIncomparable()
        }
        conditions.append(
            VersionCondition(comparison: comparison, isNegated: operation == .notEqual, conda: version),
            joinedBy: connective
        )
    }

    /// Adds a pip condition, which cannot be compared without a version: `===` accepts any text.
    mutating func append(_ operation: VersionOperator, _ version: PipVersion?, hasWildcard: Bool = false) {
        guard let comparison = operation.comparison(withWildcard: hasWildcard) else { return noteIncomparable() }
        conditions.append(
            VersionCondition(comparison: comparison, isNegated: operation == .notEqual, pip: version),
            joinedBy: .and
        )
    }
}
