internal import AzureMLSupport

extension CondaMatchSpecParser {
    /// Reads `key=value, key='value', key=[a,b]`. A value replaces the one before the brackets.
    mutating func readMembers(in range: Range<Int>) throws(PackageSyntaxError) {
        cursor.enter(cursor.trimmed(range))
        guard !cursor.isAtEnd else { return }
        repeat {
            cursor.skipBlanks()
            let key = cursor.take { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") }
            cursor.skipBlanks()
            guard !key.isEmpty, cursor.take(UInt8(ascii: "=")) else { throw cursor.failure(.invalidBrackets) }
            cursor.skipBlanks()
            let value = try readValue()
            parts.members.append((key: key, value: value))
            let (position, end) = (cursor.position, cursor.end)
            try apply(key, value)
            cursor.enter(position..<end)
            cursor.skipBlanks()
        } while cursor.take(UInt8(ascii: ","))
        guard cursor.isAtEnd else { throw cursor.failure(.invalidBrackets) }
    }

    private mutating func readValue() throws(PackageSyntaxError) -> Range<Int> {
        let first = cursor.next
        if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
            cursor.advance()
            let value = cursor.take { $0 != first }
            guard cursor.take(first) else { throw cursor.failure(.invalidBrackets) }
            return value
        }
        if first == UInt8(ascii: "[") {
            let start = cursor.position
            _ = cursor.take { $0 != UInt8(ascii: "]") }
            guard cursor.take(UInt8(ascii: "]")) else { throw cursor.failure(.invalidBrackets) }
            return start..<cursor.position
        }
        let value = cursor.trimmed(cursor.take { !Self.endsBareValue($0) })
        guard !value.isEmpty else { throw cursor.failure(.invalidBrackets) }
        return value
    }

    private static func endsBareValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "]"): true
        default: false
        }
    }

    /// Stores a value, or checks a value that ``Parts`` has no property for.
    private mutating func apply(_ key: Range<Int>, _ value: Range<Int>) throws(PackageSyntaxError) {
        switch cursor.string(key) {
        case "version": try applyVersion(value)
        case "build": parts.build = value
        case "build_number": try applyBuildNumber(value)
        case "channel": try readChannel(cursor.trimmed(value))
        case "subdir": parts.subdirectory = value
        case "namespace": parts.namespace = value
        case "md5": try requireHexadecimal(value, count: 32)
        case "sha256": try requireHexadecimal(value, count: 64)
        case "fn", "url", "license", "license_family", "features", "track_features", "extras", "flags", "when": break
        default: throw cursor.failure(.unknownKey, at: key.lowerBound)
        }
    }

    private mutating func applyVersion(_ value: Range<Int>) throws(PackageSyntaxError) {
        cursor.enter(cursor.trimmed(value))
        try readVersionConstraint()
        guard cursor.isAtEnd else { throw cursor.failure(.invalidVersion) }
    }

    /// Reads a number, with or without an operator before it.
    private mutating func applyBuildNumber(_ value: Range<Int>) throws(PackageSyntaxError) {
        cursor.enter(cursor.trimmed(value))
        _ = cursor.take(while: \.isOperator)
        cursor.skipBlanks()
        let digits = cursor.take(while: \.isASCIIDigit)
        guard !digits.isEmpty, cursor.isAtEnd else { throw cursor.failure(.invalidValue) }
        parts.buildNumber = value
    }

    private func requireHexadecimal(_ value: Range<Int>, count: Int) throws(PackageSyntaxError) {
        guard value.count == count, cursor.bytes[value].allSatisfy(\.isASCIIHexDigit) else {
            throw cursor.failure(.invalidValue, at: value.lowerBound)
        }
    }
}
