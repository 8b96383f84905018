/// Reads the conditions of a version constraint.
struct VersionConstraintReader {
    private var cursor: SpecificationCursor

    init(_ text: String) {
        cursor = SpecificationCursor(text)
    }

    mutating func read() throws(PackageSyntaxError) -> [[VersionConstraint.Condition]] {
        guard !cursor.isAtEnd else { throw cursor.failure(.empty) }
        var alternatives: [[VersionConstraint.Condition]] = [[]]
        while true {
            alternatives[alternatives.count - 1].append(try readCondition())
            cursor.skipBlanks()
            if cursor.isAtEnd { return alternatives }
            if cursor.take(UInt8(ascii: "|")) {
                alternatives.append([])
            } else if !cursor.take(UInt8(ascii: ",")) {
                throw cursor.failure(.unexpectedCharacter)
            }
        }
    }

    private mutating func readCondition() throws(PackageSyntaxError) -> VersionConstraint.Condition {
        cursor.skipBlanks()
        let start = cursor.position
        let operation = cursor.string(cursor.take { "<>=!~".utf8.contains($0) })
        cursor.skipBlanks()
        let versionStart = cursor.position
        var version = cursor.string(cursor.take { $0.isInName || "+!*".utf8.contains($0) })
        guard !version.isEmpty else { throw cursor.failure(.versionMissing) }
        let hasWildcard = version.hasSuffix("*")
        if hasWildcard {
            version.removeLast()
            if version.hasSuffix(".") { version.removeLast() }
        }
        guard !version.contains("*"), CondaVersion(version) != nil || PipVersion(version) != nil else {
            throw cursor.failure(.invalidVersion, at: versionStart)
        }
        let comparison: VersionConstraint.Comparison
        switch (operation, hasWildcard) {
        case ("", true), ("=", _), ("==", true), ("!=", true): comparison = .prefix
        case ("", false), ("==", false), ("===", false), ("!=", false): comparison = .equal
        case ("<", false): comparison = .less
        case ("<=", false): comparison = .lessOrEqual
        case (">", false): comparison = .greater
        // conda takes no notice of the wildcard there.
        case (">=", _): comparison = .greaterOrEqual
        case ("~=", false): comparison = .compatible
        case ("<", true), ("<=", true), (">", true), ("~=", true):
            throw cursor.failure(.invalidVersion, at: versionStart)
        default: throw cursor.failure(.unknownOperator, at: start)
        }
        return VersionConstraint.Condition(comparison: comparison, isNegated: operation == "!=", version: version)
    }
}
