/// Spark's packages, and where they come from.
///
/// > Python: `azureml.core.environment.SparkSection`
public struct SparkSection: Sendable, Equatable {
    /// The addresses of the repositories, in the order they are tried.
    ///
    /// > Python: `azureml.core.environment.SparkSection.repositories`
    public var repositories: [String] = []
    /// The packages.
    ///
    /// > Python: `azureml.core.environment.SparkSection.packages`
    public var packages: [SparkPackage] = []
    /// Whether the packages are put into the image when it is built.
    ///
    /// > Python: `azureml.core.environment.SparkSection.precache_packages`
    public var precachePackages = true
    var remainder = JSONRemainder()

    /// Makes azureml-core's default: no packages.
    public init() {}
}
