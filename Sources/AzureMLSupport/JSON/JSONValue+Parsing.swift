extension JSONValue {
    /// Reads a JSON text as Python's `json.loads` does.
    ///
    /// `NaN`, `Infinity` and `-Infinity` are numbers, integers can have any size, a repeated member keeps its first
    /// position and its last value, and lone surrogates survive. The text may have at most 64 MiB and 1,000,000
    /// values, be nested at most 256 levels deep, and have at most 64 MiB of spaces when it is indented by 4.
    ///
    /// > Python: `json.loads`
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8, without a byte order mark.
    ///   - file: The path that errors name; `nil` for text that does not come from a file.
    /// - Throws: ``JSONError`` with line and column when the text is not valid JSON, not UTF-8, too large or nested too
    ///   deeply.
    public init(parsing bytes: [UInt8], file: String? = nil) throws(JSONError) {
        var parser = try JSONParser(bytes: bytes, file: file, noticingSecrets: false)
        do {
            self = try parser.document()
        } catch {
            // Again, for the same error without the line of a secret.
            parser = try JSONParser(bytes: bytes, file: file, noticingSecrets: true)
            self = try parser.document()
        }
    }
}
