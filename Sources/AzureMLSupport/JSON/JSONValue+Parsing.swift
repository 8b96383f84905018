extension JSONValue {
    /// Reads a JSON text as Python's `json.loads` does.
    ///
    /// `NaN`, `Infinity` and `-Infinity` are numbers, integers have no bound, a repeated member keeps its first place
    /// and its last value, and lone surrogates survive. At most 64 MiB, nested at most 256 levels deep.
    ///
    /// > Python: `json.loads`
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8, without a byte order mark.
    ///   - file: The path that errors name; `nil` for a text that is no file.
    /// - Throws: ``JSONError`` with line and column when the text is no JSON, no UTF-8, too large or nested too deep.
    public init(parsing bytes: [UInt8], file: String? = nil) throws(JSONError) {
        var parser = try JSONParser(bytes: bytes, file: file)
        self = try parser.document()
    }
}
