internal import AzureMLSupport

extension CondaMatchSpecParser {
    /// Reads constraints joined by `,` (and) and `|` (or), with optional parentheses and blanks.
    ///
    /// Counts parentheses instead of recursing, so that no text is nested too deeply.
    mutating func readVersionConstraint() throws(PackageSyntaxError) {
        let start = cursor.position
        var constraint = ReadConstraint(text: start..<start)
        var connective = VersionConnective.and
        var depth = 0
        var isAlone = true
        while true {
            cursor.skipBlanks()
            while cursor.take(UInt8(ascii: "(")) {
                depth += 1
                isAlone = false
                constraint.noteIncomparable()
                cursor.skipBlanks()
            }
            let pinned = try readCondition(into: &constraint, joinedBy: connective)
            var end = cursor.position
            cursor.skipBlanks()
            while depth > 0, cursor.take(UInt8(ascii: ")")) {
                depth -= 1
                end = cursor.position
                cursor.skipBlanks()
            }
            if let next = takeConnective() {
                connective = next
                isAlone = false
                continue
            }
            guard depth == 0 else { throw cursor.failure(.unclosedParenthesis) }
            cursor.position = end
            constraint.text = start..<end
            if isAlone { constraint.pinned = pinned }
            parts.version = constraint
            return
        }
    }

    private mutating func takeConnective() -> VersionConnective? {
        if cursor.take(UInt8(ascii: ",")) { return .and }
        return cursor.take(UInt8(ascii: "|")) ? .or : nil
    }

    /// Reads an optional operator and a version; returns the version when it is pinned.
    private mutating func readCondition(
        into constraint: inout ReadConstraint,
        joinedBy connective: VersionConnective
    ) throws(PackageSyntaxError) -> Range<Int>? {
        let written = cursor.take(while: \.isOperator)
        guard let operation = VersionOperator(cursor.bytes[written]), operation != .arbitrary else {
            throw cursor.failure(.unknownOperator, at: written.lowerBound)
        }
        cursor.skipBlanks()
        if cursor.next == UInt8(ascii: "*") {
            guard Self.hasMeaning(operation) else { throw cursor.failure(.invalidVersion) }
            _ = try readWildcards()
            constraint.noteIncomparable()
            return nil
        }
        let start = cursor.position
        let version = try CondaVersionReader.read(&cursor)
        let versionRange = start..<cursor.position
        let isPrefix = cursor.next == UInt8(ascii: ".")
        let isWhole = !isPrefix && cursor.next != UInt8(ascii: "*")
        if isPrefix { cursor.advance() }
        let wildcardCount = isWhole ? 0 : try readWildcards()
        if wildcardCount > 1 { constraint.noteIncomparable() }
        constraint.append(operation, version, hasWildcard: !isWhole, joinedBy: connective)
        let isEquality = operation == .none || operation == .fuzzy || operation == .equal
        return isEquality && (isWhole || isPrefix) ? versionRange : nil
    }

    /// Whether an operator has a meaning before a lone `*`; `<*`, `>*` and `!=*` do not.
    private static func hasMeaning(_ operation: VersionOperator) -> Bool {
        switch operation {
        case .less, .greater, .notEqual: false
        case .none, .fuzzy, .equal, .arbitrary, .lessOrEqual, .greaterOrEqual, .compatible: true
        }
    }

    /// Reads `*` and any number of `.*` after it, at the end of a version; returns their number.
    private mutating func readWildcards() throws(PackageSyntaxError) -> Int {
        guard cursor.take(UInt8(ascii: "*")) else { throw cursor.failure(.invalidVersion) }
        var count = 1
        while cursor.next == UInt8(ascii: "."), cursor.afterNext == UInt8(ascii: "*") {
            cursor.advance()
            cursor.advance()
            count += 1
        }
        let isPattern = cursor.next.isInName || cursor.next == UInt8(ascii: "*") || cursor.next == UInt8(ascii: "+")
        guard !isPattern else { throw cursor.failure(.invalidVersion) }
        return count
    }
}
