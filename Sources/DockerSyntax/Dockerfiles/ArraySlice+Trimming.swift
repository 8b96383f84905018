internal import AzureMLSupport

extension ArraySlice<UInt8> {
    /// The text without Unicode whitespace at either end.
    var trimmed: ArraySlice<UInt8> { trimmedAtStart.trimmedAtEnd }

    /// The text without Unicode whitespace at its start.
    var trimmedAtStart: ArraySlice<UInt8> {
        var rest = self
        // A scalar has at most four bytes in UTF-8.
        while rest.first?.mayBeWhitespace == true,
            let scalar = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first,
            scalar.properties.isWhitespace
        {
            rest = rest.dropFirst(scalar.utf8.count)
        }
        return rest
    }

    private var trimmedAtEnd: ArraySlice<UInt8> {
        var rest = self
        while rest.last?.mayBeWhitespace == true,
            let scalar = String(decoding: rest.suffix(4), as: UTF8.self).unicodeScalars.last,
            scalar.properties.isWhitespace
        {
            rest = rest.dropLast(scalar.utf8.count)
        }
        return rest
    }
}

extension UInt8 {
    /// Whether a byte can be part of whitespace. Unicode's tables are asked only about these.
    fileprivate var mayBeWhitespace: Bool { self >= 0x80 || isASCIIWhitespace }
}

extension [UInt8] {
    /// The text without Unicode whitespace at either end.
    var trimmed: ArraySlice<UInt8> { self[...].trimmed }
}
