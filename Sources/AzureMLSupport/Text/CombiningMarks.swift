/// The limit on the combining characters that follow each other in a text.
///
/// Swift compares and hashes texts in a canonical order of these characters, which takes time with the square of their
/// number. Unicode's Stream-Safe Text Format (UAX #15) has at most 30 of them in sequence.
package enum CombiningMarks {
    package static let limit = 256

    /// The rest of a sentence that begins with the text.
    package static let excess = "has more than \(limit) combining characters in sequence"

    /// Returns the index of the first character after which too many of them follow; `nil` if no more than
    /// allowed follow any.
    package static func firstExcess(in bytes: ArraySlice<UInt8>) -> Int? {
        var rest = bytes
        // Only long sequences of other bytes than ASCII are decoded, and few texts have one.
        while let start = rest.firstIndex(where: { $0 >= 0x80 }) {
            let end = rest[start...].firstIndex { $0 < 0x80 } ?? rest.endIndex
            let sequence = rest[start..<end]
            if sequence.count > limit, let offset = firstExcess(inSequence: String(decoding: sequence, as: UTF8.self)) {
                return start + offset
            }
            rest = rest[end...]
        }
        return nil
    }

    private static func firstExcess(inSequence text: String) -> Int? {
        var count = 0
        var offset = 0
        var start = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.canonicalCombiningClass == .notReordered {
                count = 0
                start = offset
            } else {
                count += 1
                if count > limit { return start }
            }
            offset += scalar.utf8.count
        }
        return nil
    }
}
