internal import AzureMLSupport

extension Environment: CustomStringConvertible, CustomDebugStringConvertible {
    /// The name and the version, with passwords in URLs masked: `Environment(Name: mine,\nVersion: 1)`.
    ///
    /// > Python: `str(environment)`
    public var description: String {
        "Environment(Name: \(name.maskingCredentials),\nVersion: \((version ?? "None").maskingCredentials))"
    }

    /// The whole definition as JSON, with sorted members and masked secrets.
    ///
    /// > Python: `repr(environment)`, which shows secrets
    public var debugDescription: String {
        var shown = self
        shown.docker = docker.withMaskedImage
        return shown.maskedText
    }
}
