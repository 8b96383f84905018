internal import AzureMLSupport

/// Checks the properties that hold for every text, including hostile ones. A crash or a hang is also a failure.
package enum HostileInput {
    /// Returns a description of each property that a text violates.
    package static func violations(of bytes: [UInt8]) -> [String] {
        documentViolations(of: bytes) + specificationViolations(of: bytes)
    }

    /// Checks that the location of an error is inside the text.
    static func violations(of error: some AzureMLError, in bytes: [UInt8]) -> [String] {
        // Creating the description is part of reporting an error, and must not crash either.
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

    /// Returns the number of bytes in each line. YAML 1.1 also breaks lines at a carriage return, U+0085, U+2028 and
    /// U+2029.
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
