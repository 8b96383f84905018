/// Reads the version constraint of a search, which accepts both conda's and pip's conditions.
struct VersionConstraintReader {
    private var cursor: LineCursor
    private var conditions: VersionConditions?

    private init(_ text: String) {
        cursor = LineCursor(text)
    }

    /// Reads a whole constraint.
    static func constraint(_ text: String) throws(PackageSyntaxError) -> VersionConstraint {
        var reader = VersionConstraintReader(text)
        try reader.read()
        return VersionConstraint(text: text, conditions: reader.conditions)
    }

    private mutating func read() throws(PackageSyntaxError) {
        guard !cursor.isAtEnd else { throw cursor.failure(.empty) }
        var connective = VersionConnective.and
        while true {
            conditions.append(try readCondition(), joinedBy: connective)
            cursor.skipBlanks()
            if cursor.isAtEnd { return }
            if cursor.take(UInt8(ascii: "|")) {
                connective = .or
            } else if cursor.take(UInt8(ascii: ",")) {
                connective = .and
            } else {
                throw cursor.failure(.unexpectedCharacter)
            }
        }
    }

    private mutating func readCondition() throws(PackageSyntaxError) -> VersionCondition {
        cursor.skipBlanks()
        let written = cursor.take(while: \.isOperator)
        cursor.skipBlanks()
        let token = cursor.take { $0.isInName || $0.isOne(of: "+", "!", "*") }
        guard !token.isEmpty else { throw cursor.failure(.versionMissing) }
        let hasWildcard = cursor.bytes[token.upperBound - 1] == UInt8(ascii: "*")
        var text = cursor.string(token)
        if hasWildcard {
            text.removeLast()
            if text.hasSuffix(".") { text.removeLast() }
        }
        let (conda, pip) = (CondaVersion(text), PipVersion(text))
        guard conda != nil || pip != nil else { throw cursor.failure(.invalidVersion, at: token.lowerBound) }
        guard let operation = VersionOperator(cursor.bytes[written]), !(operation == .arbitrary && hasWildcard) else {
            throw cursor.failure(.unknownOperator, at: written.lowerBound)
        }
        guard let comparison = operation.comparison(withWildcard: hasWildcard) else {
            throw cursor.failure(.invalidVersion, at: token.lowerBound)
        }
        return VersionCondition(
            comparison: comparison,
            isNegated: operation == .notEqual,
            conda: conda,
            pip: pip
        )
    }
}
