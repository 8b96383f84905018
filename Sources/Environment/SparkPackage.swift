/// A Spark package by its Maven coordinates.
///
/// > Python: `azureml.core.environment.SparkPackage`
public struct SparkPackage: Sendable, Equatable {
    /// The package's group, such as `org.apache.spark`.
    ///
    /// > Python: `azureml.core.environment.SparkPackage.group`
    public var group: String?
    /// The package's name in the group.
    ///
    /// > Python: `azureml.core.environment.SparkPackage.artifact`
    public var artifact: String?
    /// The package's version.
    ///
    /// > Python: `azureml.core.environment.SparkPackage.version`
    public var version: String?
    var remainder = JSONRemainder()

    /// Makes a package from its coordinates.
    public init(group: String? = nil, artifact: String? = nil, version: String? = nil) {
        self.group = group
        self.artifact = artifact
        self.version = version
    }
}
