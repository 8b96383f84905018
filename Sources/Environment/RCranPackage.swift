/// A package from CRAN.
///
/// > Python: `azureml.core.environment.RCranPackage`
public struct RCranPackage: Sendable, Equatable {
    /// The package's name.
    ///
    /// > Python: `azureml.core.environment.RCranPackage.name`
    public var name: String?
    /// The package's version; `nil` for the newest one.
    ///
    /// > Python: `azureml.core.environment.RCranPackage.version`
    public var version: String?
    /// The address of the repository; `nil` for the default one.
    ///
    /// > Python: `azureml.core.environment.RCranPackage.repository`
    public var repository: String?
    var remainder = JSONRemainder()

    /// Makes a package.
    public init(name: String? = nil, version: String? = nil, repository: String? = nil) {
        self.name = name
        self.version = version
        self.repository = repository
    }
}
