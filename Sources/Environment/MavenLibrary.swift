/// A Maven library for Databricks.
///
/// > Python: `azureml.core.databricks.MavenLibrary`
public struct MavenLibrary: Sendable, Equatable {
    /// The coordinates, such as `org.jsoup:jsoup:1.7.2`.
    ///
    /// > Python: `azureml.core.databricks.MavenLibrary.coordinates`
    public var coordinates: String
    /// The address of the repository; empty for the default one.
    ///
    /// > Python: `azureml.core.databricks.MavenLibrary.repo`
    public var repo: String
    /// The dependencies to leave out, such as `slf4j:slf4j`.
    ///
    /// > Python: `azureml.core.databricks.MavenLibrary.exclusions`
    public var exclusions: [String]
    var remainder = JSONRemainder()

    /// Makes a library.
    public init(coordinates: String = "", repo: String = "", exclusions: [String] = []) {
        self.coordinates = coordinates
        self.repo = repo
        self.exclusions = exclusions
    }
}
