/// A CRAN package for Databricks.
///
/// > Python: `azureml.core.databricks.RCranLibrary`
public struct RCranLibrary: Sendable, Equatable {
    /// The package, such as `ada`.
    ///
    /// > Python: `azureml.core.databricks.RCranLibrary.package`
    public var package: String
    /// The address of the repository; empty for the default one.
    ///
    /// > Python: `azureml.core.databricks.RCranLibrary.repo`
    public var repo: String
    var remainder = JSONRemainder()

    /// Makes a library.
    public init(package: String = "", repo: String = "") {
        self.package = package
        self.repo = repo
    }
}
