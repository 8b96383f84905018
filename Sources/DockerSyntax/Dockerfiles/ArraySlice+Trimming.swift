internal import AzureMLSupport

extension ArraySlice<UInt8> {
    /// The text without Unicode whitespace at either end.
    var trimmed: ArraySlice<UInt8> { trimmedAtStart.trimmedAtEnd }

    /// The text without Unicode whitespace at its start.
    var trimmedAtStart: ArraySlice<UInt8> {
        var rest = self
        while let byte = rest.first, let length = byte.isASCIIWhitespace ? 1 : rest.lengthOfFirstWhitespace {
            rest = rest.dropFirst(length)
        }
        return rest
    }

    private var trimmedAtEnd: ArraySlice<UInt8> {
        var rest = self
        while let byte = rest.last, let length = byte.isASCIIWhitespace ? 1 : rest.lengthOfLastWhitespace {
            rest = rest.dropLast(length)
        }
        return rest
    }

    /// The bytes of a first character that is whitespace beyond ASCII. A character has at most four bytes.
    private var lengthOfFirstWhitespace: Int? {
        guard let byte = first, byte >= 0x80 else { return nil }
        return Self.length(ofWhitespace: String(decoding: prefix(4), as: UTF8.self).unicodeScalars.first)
    }

    private var lengthOfLastWhitespace: Int? {
        guard let byte = last, byte >= 0x80 else { return nil }
        return Self.length(ofWhitespace: String(decoding: suffix(4), as: UTF8.self).unicodeScalars.last)
    }

    private static func length(ofWhitespace scalar: Unicode.Scalar?) -> Int? {
        scalar.flatMap { $0.properties.isWhitespace ? $0.utf8.count : nil }
    }
}

extension [UInt8] {
    /// The text without Unicode whitespace at either end.
    var trimmed: ArraySlice<UInt8> { self[...].trimmed }
}
