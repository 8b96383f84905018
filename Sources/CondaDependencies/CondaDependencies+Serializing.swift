public import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// The text, byte for byte what was read, with the edits made since.
    ///
    /// - Returns: The YAML text; empty for ``empty``.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.serialize_to_string()`
    public func serializeToString() -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// The data as JSON, aliases expanded.
    ///
    /// - Returns: An object, or JSON's `null` for ``empty``.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.as_dict()`
    public func asDict() -> JSONValue {
        guard let document, let root = document.root else { return .null }
        return document.data(of: root)
    }

    /// The text as UTF-8.
    package var bytes: [UInt8] { document?.bytes ?? [] }

    /// Whether there is no specification at all.
    package var isEmpty: Bool { document == nil }
}
