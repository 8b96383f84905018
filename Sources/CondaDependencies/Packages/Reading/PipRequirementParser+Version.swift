internal import AzureMLSupport

extension PipRequirementParser {
    /// Reads an operator and a version.
    ///
    /// Source: PEP 440. `===` accepts any text; only `==` and `!=` accept `.*` and local versions.
    mutating func readSpecifier(into constraint: inout ReadConstraint) throws(PackageSyntaxError) {
        let written = cursor.take(while: \.isOperator)
        guard let operation = VersionOperator(cursor.bytes[written]), operation != .none, operation != .fuzzy else {
            throw cursor.failure(.unknownOperator, at: written.lowerBound)
        }
        _ = cursor.take(while: \.isASCIIWhitespace)
        if operation == .arbitrary {
            readArbitraryVersion(into: &constraint)
        } else {
            try readVersion(after: operation, into: &constraint)
        }
    }

    private mutating func readArbitraryVersion(into constraint: inout ReadConstraint) {
        let text = cursor.take { !$0.isASCIIWhitespace && !Self.endsArbitraryVersion($0) }
        constraint.append(.arbitrary, PipVersion(cursor.string(text)))
    }

    private static func endsArbitraryVersion(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ";") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",")
    }

    /// Steps over a reference, which pip replaces before it reads the version.
    private mutating func takeReference() -> Bool {
        guard cursor.next == UInt8(ascii: "$"), cursor.afterNext == UInt8(ascii: "{"),
            let brace = cursor.firstIndex(of: UInt8(ascii: "}"), in: cursor.rest),
            ReferenceGrammar.pip.isReference(cursor.bytes[cursor.position...brace])
        else { return false }
        cursor.position = brace + 1
        return true
    }

    /// Reads a version, such as `1!2.0.*` or `1.0rc1.post2.dev3+local.4`.
    private mutating func readVersion(
        after operation: VersionOperator,
        into constraint: inout ReadConstraint
    ) throws(PackageSyntaxError) {
        if takeReference() { return constraint.noteIncomparable() }
        let isEquality = operation == .equal || operation == .notEqual
        var reader = PipVersionReader()
        try reader.readRelease(&cursor)
        guard operation != .compatible || reader.version.release.count > 1 else {
            throw cursor.failure(.invalidVersion)
        }
        let hasWildcard = cursor.next == UInt8(ascii: ".") && cursor.afterNext == UInt8(ascii: "*")
        if hasWildcard {
            guard isEquality else { throw cursor.failure(.invalidVersion) }
            cursor.advance()
            cursor.advance()
        } else {
            reader.readMarks(&cursor)
            guard isEquality || cursor.next != UInt8(ascii: "+") else { throw cursor.failure(.invalidVersion) }
            try reader.readLocal(&cursor)
            let isEnd =
                cursor.isAtEnd || cursor.next.isASCIIWhitespace || Self.endsArbitraryVersion(cursor.next)
            guard isEnd else { throw cursor.failure(.invalidVersion) }
        }
        constraint.append(operation, reader.version, hasWildcard: hasWildcard)
    }
}
