package import AzureMLSupport

/// Data as block YAML, written by libyaml's emitter.
package enum YAMLText {
    /// Returns the text that Azure ML hashes: that of PyYAML's `safe_dump(data, sort_keys=True, width=unlimited)`, in
    /// ASCII with escapes.
    ///
    /// - Throws: `YAMLError` with the code `tooLarge` when there is not enough memory for it.
    package static func canonical(of data: JSONValue) throws(YAMLError) -> [UInt8] {
        try EventWriter.text(of: data, isSorted: true, isASCII: true)
    }

    /// Returns a text for people, with members in their order and without escapes for characters outside ASCII.
    ///
    /// - Throws: `YAMLError` with the code `tooLarge` when there is not enough memory for it.
    package static func block(of data: JSONValue) throws(YAMLError) -> [UInt8] {
        try EventWriter.text(of: data, isSorted: false, isASCII: false)
    }
}
