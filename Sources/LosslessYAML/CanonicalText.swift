package import AzureMLSupport

/// The text that Azure ML takes the hash of: block YAML with sorted keys, as PyYAML writes it.
package enum CanonicalText {
    /// The canonical text of data, as UTF-8.
    ///
    /// - Throws: `YAMLError` with the code `tooLarge` when there is no memory left for it.
    package static func of(_ data: JSONValue) throws(YAMLError) -> [UInt8] {
        try EventWriter.text(of: data)
    }
}
