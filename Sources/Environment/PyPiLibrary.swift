/// A Python package for Databricks.
///
/// > Python: `azureml.core.databricks.PyPiLibrary`
public struct PyPiLibrary: Sendable, Equatable {
    /// The package, such as `beautifulsoup4`.
    ///
    /// > Python: `azureml.core.databricks.PyPiLibrary.package`
    public var package: String
    /// The address of the repository; empty for the default one.
    ///
    /// > Python: `azureml.core.databricks.PyPiLibrary.repo`
    public var repo: String
    var remainder = JSONRemainder()

    /// Makes a library.
    public init(package: String = "", repo: String = "") {
        self.package = package
        self.repo = repo
    }
}
