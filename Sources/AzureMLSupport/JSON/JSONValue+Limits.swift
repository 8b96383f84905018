extension JSONValue {
    /// Refuses a value that could not be read again once it is written.
    ///
    /// - Parameter file: The path of the file that it is written to, for the message.
    /// - Throws: ``JSONError`` with the code `tooDeep`.
    package func requireReadable(file: String? = nil) throws(JSONError) {
        guard isDeeper(than: JSONParser.maximumDepth) else { return }
        throw .tooDeep(at: SourceLocation(file: file))
    }

    /// Whether arrays and objects are nested in more levels; looks no deeper than that.
    private func isDeeper(than levels: Int) -> Bool {
        switch storage {
        case .array(let elements): levels == 0 || elements.contains { $0.isDeeper(than: levels - 1) }
        case .object(let members): levels == 0 || members.exactMembers.contains { $0.value.isDeeper(than: levels - 1) }
        case .null, .bool, .number, .string: false
        }
    }
}

extension JSONError {
    static func tooDeep(at place: SourceLocation) -> JSONError {
        JSONError(.tooDeep, "the JSON text is nested deeper than \(JSONParser.maximumDepth) levels", at: place)
    }
}
