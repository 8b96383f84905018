/// A Python egg for Databricks.
///
/// > Python: `azureml.core.databricks.EggLibrary`
public struct EggLibrary: Sendable, Equatable {
    /// The address of the file, such as `dbfs:/libraries/a.egg`.
    ///
    /// > Python: `azureml.core.databricks.EggLibrary.library`
    public var library: String
    var remainder = JSONRemainder()

    /// Makes a library.
    public init(library: String = "") {
        self.library = library
    }
}
