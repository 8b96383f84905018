extension CondaMatchSpecParser {
    struct VersionConstraint {
        var text: Range<Int>
        /// The version, when it is the only one and neither bounds nor patterns are asked for.
        var pinned: Range<Int>?
    }

    /// Constraints joined by `,` (and) and `|` (or), with parentheses; blanks between them are free.
    ///
    /// Parentheses are counted and not nested calls, so that no text is too deep.
    mutating func readVersionConstraint() throws(PackageSyntaxError) -> VersionConstraint {
        let start = cursor.position
        var depth = 0
        var isAlone = true
        while true {
            cursor.skipBlanks()
            while cursor.take(UInt8(ascii: "(")) {
                depth += 1
                isAlone = false
                cursor.skipBlanks()
            }
            let pinned = try readConstraint()
            var end = cursor.position
            cursor.skipBlanks()
            while depth > 0, cursor.take(UInt8(ascii: ")")) {
                depth -= 1
                end = cursor.position
                cursor.skipBlanks()
            }
            if cursor.take(UInt8(ascii: ",")) || cursor.take(UInt8(ascii: "|")) {
                isAlone = false
                continue
            }
            guard depth == 0 else { throw cursor.failure(.unclosedParenthesis) }
            cursor.position = end
            return VersionConstraint(text: start..<end, pinned: isAlone ? pinned : nil)
        }
    }

    /// An operator, if any, and a version; returns the version when it is pinned.
    private mutating func readConstraint() throws(PackageSyntaxError) -> Range<Int>? {
        let operation = cursor.take(while: \.isOperator)
        let isEquality = operation.isEmpty || cursor.bytes[operation].allSatisfy { $0 == UInt8(ascii: "=") }
        guard isKnownOperator(operation) else {
            throw cursor.failure(.unknownOperator, at: operation.lowerBound)
        }
        cursor.skipBlanks()
        if cursor.next == UInt8(ascii: "*") {
            let first = cursor.bytes[operation.lowerBound]
            // `<*`, `>*` and `!=*` would ask for nothing at all.
            let asksForNothing = operation.count == 1 && !isEquality || first == UInt8(ascii: "!")
            guard operation.isEmpty || !asksForNothing else { throw cursor.failure(.invalidVersion) }
            try readWildcards()
            return nil
        }
        guard cursor.next.isAlphanumeric else { throw cursor.failure(.versionMissing) }
        let version = try readVersion()
        let isPrefix = cursor.next == UInt8(ascii: ".")
        let isWhole = !isPrefix && cursor.next != UInt8(ascii: "*")
        if isPrefix { cursor.advance() }
        if !isWhole { try readWildcards() }
        return isEquality && (isWhole || isPrefix) ? version : nil
    }

    private func isKnownOperator(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return true }
        let byte = cursor.bytes[first]
        switch range.count {
        case 1: return byte != UInt8(ascii: "!") && byte != UInt8(ascii: "~")
        case 2: return cursor.bytes[first + 1] == UInt8(ascii: "=")
        default: return false
        }
    }

    /// `*` and any number of `.*` behind it, at the end of a version.
    private mutating func readWildcards() throws(PackageSyntaxError) {
        guard cursor.take(UInt8(ascii: "*")) else { throw cursor.failure(.invalidVersion) }
        while cursor.next == UInt8(ascii: "."), cursor.afterNext == UInt8(ascii: "*") {
            cursor.advance()
            cursor.advance()
        }
        let isPattern = cursor.next.isInName || cursor.next == UInt8(ascii: "*") || cursor.next == UInt8(ascii: "+")
        guard !isPattern else { throw cursor.failure(.invalidVersion) }
    }

    /// Letters and digits in parts between `.`, `_` or `-`, with an epoch in front of `!` and a local part behind `+`.
    ///
    /// Stops in front of `.*`, which is no part.
    private mutating func readVersion() throws(PackageSyntaxError) -> Range<Int> {
        let start = cursor.position
        var (onlyDigits, hasEpoch, hasLocal) = (true, false, false)
        var (hasUnderscore, hasDash) = (false, false)
        while true {
            for index in cursor.take(while: \.isAlphanumeric) where !cursor.bytes[index].isDigit { onlyDigits = false }
            let (separator, following) = (cursor.next, cursor.afterNext)
            switch separator {
            case UInt8(ascii: "."):
                if following == UInt8(ascii: "*") { return start..<cursor.position }
                guard following.isAlphanumeric else { throw cursor.failure(.invalidVersion) }
            case UInt8(ascii: "_"), UInt8(ascii: "-"):
                if separator == UInt8(ascii: "_") { hasUnderscore = true } else { hasDash = true }
                guard !(hasUnderscore && hasDash) else { throw cursor.failure(.invalidVersion) }
                guard following.isAlphanumeric else {
                    // One may stand at the end, as in openssl's older versions.
                    cursor.advance()
                    return start..<cursor.position
                }
            case UInt8(ascii: "!"):
                guard onlyDigits, !hasEpoch, following.isAlphanumeric else {
                    throw cursor.failure(.invalidVersion)
                }
                hasEpoch = true
            case UInt8(ascii: "+"):
                guard !hasLocal, following.isAlphanumeric else { throw cursor.failure(.invalidVersion) }
                hasLocal = true
            default:
                return start..<cursor.position
            }
            if separator != UInt8(ascii: "!") { onlyDigits = false }
            cursor.advance()
        }
    }
}
