package import AzureMLSupport

/// Data as block YAML, written by libyaml's emitter.
package enum YAMLText {
    /// The text that Azure ML hashes: that of PyYAML's `safe_dump(data, sort_keys=True, width=unlimited)`, in ASCII with
    /// escapes.
    ///
    /// - Throws: `YAMLError` with the code `tooLarge` when there is no memory left for it.
    package static func canonical(of data: JSONValue) throws(YAMLError) -> [UInt8] {
        try EventWriter.text(of: data, isSorted: true, isASCII: true)
    }

    /// A text for people: members in their order, characters as they are.
    ///
    /// - Throws: `YAMLError` with the code `tooLarge` when there is no memory left for it.
    package static func block(of data: JSONValue) throws(YAMLError) -> [UInt8] {
        try EventWriter.text(of: data, isSorted: false, isASCII: false)
    }
}
