public import AzureMLSupport

/// An R package from GitHub.
///
/// > Python: `azureml.core.environment.RGitHubPackage`
public struct RGitHubPackage: Sendable, Equatable {
    /// The place in the form `owner/repo[/subdir][@ref|#pull]`.
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
