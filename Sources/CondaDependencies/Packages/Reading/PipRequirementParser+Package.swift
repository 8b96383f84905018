internal import AzureMLSupport

extension PipRequirementParser {
    /// Reads a package in PEP 508 syntax: a name, extras, versions or a URL, and a marker.
    mutating func readPackage() throws(PackageSyntaxError) {
        parts.kind = parts.isEditable ? .location : .package
        try readPackageName()
        cursor.skipBlanks()
        if cursor.take(UInt8(ascii: "[")) { parts.extras = try readExtras() }
        cursor.skipBlanks()
        if cursor.take(UInt8(ascii: "@")) {
            try readDirectReference()
        } else {
            try readSpecifiers()
        }
        cursor.skipBlanks()
        if cursor.take(UInt8(ascii: ";")) { try readMarker() }
        guard cursor.isAtEnd else { throw cursor.failure(.unexpectedCharacter) }
    }

    private mutating func readPackageName() throws(PackageSyntaxError) {
        guard cursor.next.isInName || cursor.next >= 0x80 else {
            throw cursor.failure(cursor.next.isOperator ? .nameMissing : .invalidName)
        }
        parts.name = try readIdentifier(otherwise: .invalidName)
    }

    /// Reads an identifier, which begins with a letter or digit and does not end with `-` or `.`; `packaging` accepts
    /// `_` at the end.
    private mutating func readIdentifier(
        otherwise reason: PackageSyntaxError.Reason
    ) throws(PackageSyntaxError) -> Range<Int> {
        guard cursor.next.isASCIIAlphanumeric else { throw cursor.failure(reason) }
        let range = cursor.take(while: \.isInName)
        guard cursor.next < 0x80 else { throw cursor.failure(reason) }
        let last = cursor.bytes[range.upperBound - 1]
        guard last.isASCIIAlphanumeric || last == UInt8(ascii: "_") else {
            throw cursor.failure(reason, at: range.upperBound - 1)
        }
        return range
    }

    /// Reads `a, b]`.
    mutating func readExtras() throws(PackageSyntaxError) -> [Range<Int>] {
        var extras: [Range<Int>] = []
        cursor.skipBlanks()
        if cursor.take(UInt8(ascii: "]")) { return [] }
        repeat {
            cursor.skipBlanks()
            extras.append(try readIdentifier(otherwise: .invalidBrackets))
            cursor.skipBlanks()
        } while cursor.take(UInt8(ascii: ","))
        guard cursor.take(UInt8(ascii: "]")) else { throw cursor.failure(.invalidBrackets) }
        return extras
    }

    /// Reads the URL after `@`, which ends at a blank.
    private mutating func readDirectReference() throws(PackageSyntaxError) {
        cursor.skipBlanks()
        let url = cursor.take { !$0.isBlank }
        guard !url.isEmpty else { throw cursor.failure(.invalidURL) }
        if let colon = shortAddressColon(in: url) { throw cursor.failure(.shortAddress, at: colon) }
        parts.url = url
        parts.file = DistributionFileName(atEndOf: cursor.bytes[url])
        cursor.skipBlanks()
        guard cursor.isAtEnd || cursor.next == UInt8(ascii: ";") else { throw cursor.failure(.invalidURL) }
    }

    /// The colon of ssh's short form, `user@host:path`, whose user reads as a name; `nil` for every other address.
    private func shortAddressColon(in address: Range<Int>) -> Int? {
        guard let colon = cursor.firstIndex(of: UInt8(ascii: ":"), in: address),
            !cursor.hasText("://", at: colon, before: address.upperBound),
            !isText(address.lowerBound..<colon, "file"), colon - address.lowerBound > 1,
            cursor.firstIndex(of: UInt8(ascii: "/"), in: address.lowerBound..<colon) == nil
        else { return nil }
        return colon
    }

    /// Reads `>=1, <2`, with or without parentheses.
    private mutating func readSpecifiers() throws(PackageSyntaxError) {
        let isEnclosed = cursor.take(UInt8(ascii: "("))
        cursor.skipBlanks()
        if cursor.next.isOperator {
            var constraint = ReadConstraint(text: cursor.position..<cursor.position)
            repeat {
                try readSpecifier(into: &constraint)
                constraint.text = constraint.text.lowerBound..<cursor.position
                cursor.skipBlanks()
                guard cursor.take(UInt8(ascii: ",")) else { break }
                cursor.skipBlanks()
            } while cursor.next.isOperator
            parts.version = constraint
        }
        guard isEnclosed else { return }
        guard cursor.take(UInt8(ascii: ")")) else { throw cursor.failure(.unclosedParenthesis) }
    }
}
