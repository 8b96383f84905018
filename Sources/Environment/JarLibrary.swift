/// A Java archive for Databricks.
///
/// > Python: `azureml.core.databricks.JarLibrary`
public struct JarLibrary: Sendable, Equatable {
    /// The address of the file, such as `dbfs:/libraries/a.jar`.
    ///
    /// > Python: `azureml.core.databricks.JarLibrary.library`
    public var library: String
    var remainder = JSONRemainder()

    /// Makes a library.
    public init(library: String = "") {
        self.library = library
    }
}
