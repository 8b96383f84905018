internal import AzureMLSupport

/// What holds for every text, whoever wrote it. Each check says what does not hold; a crash or a hang says it itself.
package enum HostileInput {
    /// The properties that a text breaks, in words; none for a text that is handled well.
    package static func violations(of bytes: [UInt8]) -> [String] {
        documentViolations(of: bytes) + specificationViolations(of: bytes)
    }

    /// What is wrong with the place of an error in a text: it has to lie inside.
    static func violations(of error: some AzureMLError, in bytes: [UInt8]) -> [String] {
        // Making the description is part of reporting an error, and must not crash either.
        let description = error.description
        guard let location = error.location, let line = location.line else { return [] }
        let lengths = lineLengths(of: bytes)
        guard line >= 1, line <= lengths.count else {
            return ["an error in line \(line) of \(lengths.count): \(description)"]
        }
        guard let column = location.column else { return [] }
        return column >= 1 && column <= lengths[line - 1] + 1
            ? [] : ["an error in column \(column) of \(lengths[line - 1]): \(description)"]
    }

    /// The bytes of each line. YAML 1.1 breaks lines at a carriage return, U+0085, U+2028 and U+2029 as well.
    private static func lineLengths(of bytes: [UInt8]) -> [Int] {
        var lengths = [0]
        var rest = bytes[...]
        let breaks: [[UInt8]] = [
            [0x0D, 0x0A], [0x0D], [0x0A], [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9],
        ]
        while !rest.isEmpty {
            if let found = breaks.first(where: { rest.starts(with: $0) }) {
                rest = rest.dropFirst(found.count)
                lengths.append(0)
            } else {
                rest = rest.dropFirst()
                lengths[lengths.count - 1] += 1
            }
        }
        return lengths
    }
}
