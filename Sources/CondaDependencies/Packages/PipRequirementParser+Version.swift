extension PipRequirementParser {
    /// An operator and a version.
    ///
    /// Source: PEP 440. `===` takes any text; only `==` and `!=` take `.*` and local versions.
    mutating func readSpecifier() throws(PackageSyntaxError) {
        let operation = cursor.take(while: \.isOperator)
        if isText(operation, "===") {
            skipSpaces()
            _ = cursor.take { !$0.isSpace && !Self.endsArbitraryVersion($0) }
            return
        }
        let isEquality = isText(operation, "==") || isText(operation, "!=")
        let isCompatible = isText(operation, "~=")
        let isBound = ["<=", ">=", "<", ">"].contains { isText(operation, $0) }
        guard isEquality || isCompatible || isBound else {
            throw cursor.failure(.unknownOperator, at: operation.lowerBound)
        }
        skipSpaces()
        try readVersion(isEquality: isEquality, isCompatible: isCompatible)
    }

    private static func endsArbitraryVersion(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ";") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",")
    }

    /// `1!2.0.*`, `1.0rc1.post2.dev3+local.4`
    private mutating func readVersion(isEquality: Bool, isCompatible: Bool) throws(PackageSyntaxError) {
        if cursor.next.lowercased == UInt8(ascii: "v") { cursor.advance() }
        guard cursor.next.isDigit else { throw cursor.failure(.versionMissing) }
        _ = cursor.take(while: \.isDigit)
        if cursor.take(UInt8(ascii: "!")) {
            guard cursor.next.isDigit else { throw cursor.failure(.invalidVersion) }
            _ = cursor.take(while: \.isDigit)
        }
        var numberCount = 1
        while cursor.next == UInt8(ascii: "."), cursor.afterNext.isDigit {
            cursor.advance()
            _ = cursor.take(while: \.isDigit)
            numberCount += 1
        }
        guard !isCompatible || numberCount > 1 else { throw cursor.failure(.invalidVersion) }
        if cursor.next == UInt8(ascii: "."), cursor.afterNext == UInt8(ascii: "*") {
            guard isEquality else { throw cursor.failure(.invalidVersion) }
            cursor.advance()
            cursor.advance()
            return
        }
        readReleaseMarks()
        if cursor.next == UInt8(ascii: "+") { try readLocalVersion(isAllowed: isEquality) }
        let isEnd = cursor.isAtEnd || cursor.next.isSpace || Self.endsArbitraryVersion(cursor.next)
        guard isEnd else { throw cursor.failure(.invalidVersion) }
    }

    /// Pre-release, post-release and development release, each with any separators.
    private mutating func readReleaseMarks() {
        readMark(["alpha", "beta", "preview", "pre", "a", "b", "c", "rc"])
        if cursor.next == UInt8(ascii: "-"), cursor.afterNext.isDigit {
            cursor.advance()
            _ = cursor.take(while: \.isDigit)
        } else {
            readMark(["post", "rev", "r"])
        }
        readMark(["dev"])
    }

    private mutating func readMark(_ words: [String]) {
        let start = cursor.position + (cursor.next.isSeparator ? 1 : 0)
        guard start < cursor.end, cursor.bytes[start].isLetter else { return }
        for word in words where hasWord(word, at: start) {
            cursor.position = start + word.utf8.count
            // A separator belongs to this mark, unless the next one needs it: both are written the same way.
            if cursor.next.isSeparator { cursor.advance() }
            _ = cursor.take(while: \.isDigit)
            return
        }
    }

    private func hasWord(_ word: String, at start: Int) -> Bool {
        guard start + word.utf8.count <= cursor.end else { return false }
        var index = start
        for byte in word.utf8 {
            guard cursor.bytes[index].lowercased == byte else { return false }
            index += 1
        }
        return true
    }

    private mutating func readLocalVersion(isAllowed: Bool) throws(PackageSyntaxError) {
        guard isAllowed else { throw cursor.failure(.invalidVersion) }
        repeat {
            cursor.advance()
            guard cursor.next.isAlphanumeric else { throw cursor.failure(.invalidVersion) }
            _ = cursor.take(while: \.isAlphanumeric)
        } while cursor.next.isSeparator
    }

    private mutating func skipSpaces() {
        _ = cursor.take(while: \.isSpace)
    }
}

extension UInt8 {
    /// What PEP 440 lets stand between the parts of a version.
    fileprivate var isSeparator: Bool {
        self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
    }
}
