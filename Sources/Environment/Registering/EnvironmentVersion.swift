/// What the history of an environment says of one registered version.
///
/// > Python: none; azureml-core cannot list versions
public struct EnvironmentVersion: Sendable, Hashable {
    /// The environment's name.
    public let name: String
    /// The version.
    public let version: String
    /// The labels that lead to this version, in byte order.
    public let labels: [String]
    /// Whether the version is hidden: it is found by its version or a label only, and is never the latest.
    public let isArchived: Bool
    /// SHA-256 of everything but name, version and asset id, in 64 hexadecimal digits: equal content has equal hashes.
    public let contentHash: String
}
