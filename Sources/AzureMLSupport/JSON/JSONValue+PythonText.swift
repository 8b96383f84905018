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

extension JSONValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The plain text of a string; everything else as JSON, indented by 4 spaces. Nothing is masked, because scripts
    /// use it as the data itself; ``debugDescription`` is for logs.
    public var description: String {
        string ?? pythonText(indent: 4)
    }

    /// The ``description`` with credentials masked, and texts in members called like secrets.
    public var debugDescription: String { maskingSecrets(isNamed: false).maskingCredentials.description }

    /// A mirror without children, so that `dump` shows ``debugDescription``, in which secrets are masked.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension JSONObject: CustomDebugStringConvertible, CustomReflectable {
    /// The members as JSON, indented by 4 spaces, with secrets masked as in ``JSONValue/debugDescription``.
    public var debugDescription: String { JSONValue(self).debugDescription }

    /// A mirror without children, so that `dump` shows ``debugDescription``, in which secrets are masked.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
