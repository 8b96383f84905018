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
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard line >= 1, line <= lines.count else { return ["an error in line \(line) of \(lines.count): \(description)"] }
        guard let column = location.column else { return [] }
        return column >= 1 && column <= lines[line - 1].count + 1
            ? [] : ["an error in column \(column) of \(lines[line - 1].count): \(description)"]
    }
}
