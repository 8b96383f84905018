extension JSONValue {
    /// Writes the value as Python's `json.dumps` does, byte for byte: ASCII with `\uXXXX` escapes, no final newline.
    ///
    /// > Python: `json.dumps(value)`, `json.dumps(value, indent=4)`
    ///
    /// - Parameter indent: The number of spaces per level; `nil` writes everything on one line.
    /// - Returns: The JSON text.
    public func pythonText(indent: Int? = nil) -> String {
        String(decoding: pythonBytes(indent: indent), as: UTF8.self)
    }

    /// The text of ``pythonText(indent:)`` as bytes.
    package func pythonBytes(indent: Int? = nil) -> [UInt8] {
        var writer = JSONWriter(indent: indent)
        writer.write(self)
        return writer.bytes
    }

    /// The content of a JSON file: indented by 4 spaces, with a final newline.
    package var fileBytes: [UInt8] { pythonBytes(indent: 4) + [.newline] }
}

extension JSONValue: CustomStringConvertible {
    /// The plain text of a string; everything else as JSON, indented by 4 spaces.
    public var description: String {
        string ?? pythonText(indent: 4)
    }
}
