internal import AzureMLSupport

extension ArraySlice<UInt8> {
    /// The text without Unicode whitespace at either end.
    var trimmed: ArraySlice<UInt8> { trimmedAtStart.trimmedAtEnd }

    /// The text without Unicode whitespace at its start.
    var trimmedAtStart: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first {
            if first < 0x80 {
                guard first.isASCIIWhitespace else { return rest }
                rest.removeFirst()
            } else {
                // A scalar has at most four bytes in UTF-8.
                guard let scalar = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first,
                    scalar.properties.isWhitespace
                else { return rest }
                rest = rest.dropFirst(scalar.utf8.count)
            }
        }
        return rest
    }

    private var trimmedAtEnd: ArraySlice<UInt8> {
        var rest = self
        while let last = rest.last {
            if last < 0x80 {
                guard last.isASCIIWhitespace else { return rest }
                rest.removeLast()
            } else {
                guard let scalar = String(decoding: rest.suffix(4), as: UTF8.self).unicodeScalars.last,
                    scalar.properties.isWhitespace
                else { return rest }
                rest = rest.dropLast(scalar.utf8.count)
            }
        }
        return rest
    }
}

extension [UInt8] {
    /// The text without Unicode whitespace at either end.
    var trimmed: ArraySlice<UInt8> { self[...].trimmed }
}
