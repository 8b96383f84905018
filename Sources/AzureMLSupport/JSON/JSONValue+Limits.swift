extension JSONValue {
    /// Throws when the value is too large or nested too deeply to be read again after it is written.
    ///
    /// - Parameters:
    ///   - byteCount: The size of the written text; evaluated only when the depth is within the limit.
    ///   - file: The path of the file to write, for the message.
    /// - Throws: ``JSONError`` with the code `tooDeep` or `tooLarge`.
    package func requireReadable(byteCount: @autoclosure () -> Int, file: String? = nil) throws(JSONError) {
        if isDeeper(than: JSONParser.maximumDepth) { throw .tooDeep(at: SourceLocation(file: file)) }
        let byteCount = byteCount()
        if byteCount > JSONParser.maximumByteCount {
            throw .tooLarge(byteCount: byteCount, at: SourceLocation(file: file))
        }
    }

    /// Whether arrays and objects are nested in more than `levels` levels; stops looking at that depth.
    private func isDeeper(than levels: Int) -> Bool {
        switch storage {
        case .array(let elements): levels == 0 || elements.contains { $0.isDeeper(than: levels - 1) }
        case .object(let members): levels == 0 || members.exactMembers.contains { $0.value.isDeeper(than: levels - 1) }
        case .null, .bool, .number, .string: false
        }
    }
}

extension JSONError {
    static func tooLarge(byteCount: Int, at place: SourceLocation) -> JSONError {
        let limit = JSONParser.maximumByteCount
        return JSONError(.tooLarge, "the JSON text has \(byteCount) bytes; the limit is \(limit)", at: place)
    }

    static func tooDeep(at place: SourceLocation) -> JSONError {
        JSONError(.tooDeep, "the JSON text is nested deeper than \(JSONParser.maximumDepth) levels", at: place)
    }
}
