extension JSONValue {
    /// Throws when the value is too large or nested too deeply to be read again after it is written.
    ///
    /// - Parameters:
    ///   - byteCount: The size of the written text; evaluated only when the other limits are kept.
    ///   - file: The path of the file to write, for the message.
    /// - Throws: ``JSONError`` with the code `tooDeep` or `tooLarge`.
    package func requireReadable(byteCount: @autoclosure () -> Int, file: String? = nil) throws(JSONError) {
        var usage = JSONLimits.Usage()
        try requireReadable(depth: 0, &usage, file)
        let byteCount = byteCount()
        if byteCount > JSONLimits.byteCount {
            throw .tooLarge(byteCount: byteCount, at: SourceLocation(file: file), hint: JSONError.writingHint)
        }
    }

    private func requireReadable(depth: Int, _ usage: inout JSONLimits.Usage, _ file: String?) throws(JSONError) {
        if let excess = usage.add(depth: depth) {
            throw .tooLarge(excess, at: SourceLocation(file: file), hint: JSONError.writingHint)
        }
        switch storage {
        case .array(let elements):
            try Self.requireLevel(depth, file)
            for element in elements { try element.requireReadable(depth: depth + 1, &usage, file) }
        case .object(let members):
            try Self.requireLevel(depth, file)
            for member in members.exactMembers { try member.value.requireReadable(depth: depth + 1, &usage, file) }
        case .null, .bool, .number, .string: break
        }
    }

    private static func requireLevel(_ depth: Int, _ file: String?) throws(JSONError) {
        guard depth < JSONLimits.depth else {
            throw .tooDeep(at: SourceLocation(file: file), hint: JSONError.writingHint)
        }
    }
}

extension JSONError {
    private static let readingHint = "check that this is the right file"
    fileprivate static let writingHint = "remove the data that does not belong in it"

    static func tooLarge(byteCount: Int, at place: SourceLocation, hint: String = readingHint) -> JSONError {
        let limit = JSONLimits.byteCount
        return JSONError(
            .tooLarge,
            "the JSON text has \(byteCount) bytes; the limit is \(limit)",
            at: place,
            hint: hint
        )
    }

    static func tooLarge(
        _ excess: JSONLimits.Excess,
        at place: SourceLocation,
        hint: String = readingHint
    ) -> JSONError {
        JSONError(.tooLarge, excess.description, at: place, hint: hint)
    }

    static func tooManyMarks(at place: SourceLocation) -> JSONError {
        JSONError(.tooLarge, "the JSON text \(CombiningMarks.excess)", at: place, hint: readingHint)
    }

    static func tooDeep(at place: SourceLocation, hint: String = readingHint) -> JSONError {
        JSONError(
            .tooDeep,
            "arrays and objects are nested deeper than \(JSONLimits.depth) levels",
            at: place,
            hint: hint
        )
    }
}
