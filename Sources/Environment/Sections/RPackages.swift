public import AzureMLSupport

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
    /// The URL of the repository; `nil` for the default one.
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

extension RCranPackage: JSONSection {
    static let empty = RCranPackage()
    static var valueForNull: RCranPackage? { empty }

    static let members: JSONMembers<RCranPackage> = [
        JSONMember("name", \.name),
        JSONMember("version", \.version),
        JSONMember("repository", \.repository),
    ]
}

/// An R package from GitHub.
///
/// > Python: `azureml.core.environment.RGitHubPackage`
public struct RGitHubPackage: Sendable, Equatable {
    /// The repository in the form `owner/repo[/subdir][@ref|#pull]`.
    ///
    /// > Python: `azureml.core.environment.RGitHubPackage.repository`
    public var repository: String?
    /// The access token for a private repository.
    ///
    /// > Python: `azureml.core.environment.RGitHubPackage.auth_token`
    public var authToken: Secret?
    var remainder = JSONRemainder()

    /// Makes a package.
    public init(repository: String? = nil, authToken: Secret? = nil) {
        self.repository = repository
        self.authToken = authToken
    }
}

extension RGitHubPackage: JSONSection {
    static let empty = RGitHubPackage()
    static var valueForNull: RGitHubPackage? { empty }

    static let members: JSONMembers<RGitHubPackage> = [
        JSONMember("repository", \.repository),
        JSONMember("authToken", \.authToken),
    ]
}

extension RCranPackage: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension RGitHubPackage: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
