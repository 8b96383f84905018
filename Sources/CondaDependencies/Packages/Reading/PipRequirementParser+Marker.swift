internal import AzureMLSupport

extension PipRequirementParser {
    private static let variables = [
        "python_version", "python_full_version", "os_name", "os.name", "sys_platform", "sys.platform",
        "platform_release", "platform_system", "platform_version", "platform.version", "platform_machine",
        "platform.machine", "platform_python_implementation", "platform.python_implementation",
        "python_implementation", "implementation_name", "implementation_version", "extra", "extras",
        "dependency_groups",
    ]

    /// Reads comparisons joined by `and` and `or`, with optional parentheses, up to the end.
    ///
    /// Source: PEP 508. Counts parentheses instead of recursing, so that no text is nested too deeply.
    mutating func readMarker() throws(PackageSyntaxError) {
        var depth = 0
        cursor.skipBlanks()
        let start = cursor.position
        repeat {
            cursor.skipBlanks()
            while cursor.take(UInt8(ascii: "(")) {
                depth += 1
                cursor.skipBlanks()
            }
            try readMarkerValue()
            cursor.skipBlanks()
            try readMarkerOperator()
            cursor.skipBlanks()
            try readMarkerValue()
            cursor.skipBlanks()
            while depth > 0, cursor.take(UInt8(ascii: ")")) {
                depth -= 1
                cursor.skipBlanks()
            }
        } while takeWord("and") || takeWord("or")
        guard depth == 0 else { throw cursor.failure(.unclosedParenthesis) }
        guard cursor.isAtEnd else { throw cursor.failure(.invalidMarker) }
        parts.marker = cursor.trimmed(start..<cursor.position)
    }

    /// Reads a variable or a text in quotes.
    private mutating func readMarkerValue() throws(PackageSyntaxError) {
        let quote = cursor.next
        let start = cursor.position
        if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
            cursor.advance()
            _ = cursor.take { $0 != quote }
            guard cursor.take(quote) else { throw cursor.failure(.invalidMarker, at: start) }
            return
        }
        let word = cursor.take { $0.isInWord || $0 == UInt8(ascii: ".") }
        guard Self.variables.contains(where: { isText(word, $0) }) else {
            throw cursor.failure(.invalidMarker, at: start)
        }
    }

    private mutating func readMarkerOperator() throws(PackageSyntaxError) {
        if takeWord("in") { return }
        if takeWord("not") {
            guard cursor.next.isBlank else { throw cursor.failure(.invalidMarker) }
            cursor.skipBlanks()
            guard takeWord("in") else { throw cursor.failure(.invalidMarker) }
            return
        }
        let operation = cursor.take(while: \.isOperator)
        guard ["==", ">=", "<=", "<", ">", "!=", "~=", "==="].contains(where: { isText(operation, $0) }) else {
            throw cursor.failure(.invalidMarker, at: operation.lowerBound)
        }
    }

    private mutating func takeWord(_ word: String) -> Bool {
        let start = cursor.position
        let end = start + word.utf8.count
        guard cursor.hasText(word, at: start, before: cursor.end) else { return false }
        guard end >= cursor.end || !cursor.bytes[end].isInWord else { return false }
        cursor.position = end
        return true
    }
}

extension UInt8 {
    /// Whether this is a letter, a digit or `_`; bytes beyond ASCII count as letters.
    fileprivate var isInWord: Bool { isASCIIAlphanumeric || self == UInt8(ascii: "_") || self >= 0x80 }
}
