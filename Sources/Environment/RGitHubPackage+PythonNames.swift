// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import AzureMLSupport

extension RGitHubPackage {
    @available(*, unavailable, renamed: "authToken")
    public var auth_token: Secret? {
        get { authToken }
        set { authToken = newValue }
    }
}
