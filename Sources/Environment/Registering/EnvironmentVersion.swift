internal import AzureMLSupport

/// One registered version in the history of an environment.
///
/// > Python: none; azureml-core cannot list versions
public struct EnvironmentVersion: Sendable, Hashable {
    /// The environment's name.
    public let name: String
    /// The version.
    public let version: String
    /// The labels of the version, in byte order.
    public let labels: [String]
    /// Whether the version is hidden: it is found only by its version or a label, and is never the latest.
    public let isArchived: Bool
    /// The SHA-256 hash of everything but the name, version and asset id, as 64 hexadecimal digits. Equal content has
    /// equal hashes.
    public let contentHash: String
}

extension EnvironmentVersion: CustomStringConvertible {
    /// `name:version`, the labels, and whether the version is archived: `pytorch:3 prod, stable (archived)`.
    public var description: String {
        let labels = labels.isEmpty ? "" : " " + labels.joined(separator: ", ")
        return "\(name):\(version)\(labels)\(isArchived ? " (archived)" : "")".escapingControlCharacters
    }
}
