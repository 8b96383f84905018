internal import AzureMLSupport

extension Environment: CustomStringConvertible, CustomDebugStringConvertible {
    /// Name and version: `Environment(Name: mine,\nVersion: 1)`, passwords in an address masked.
    ///
    /// > Python: `str(environment)`
    public var description: String {
        "Environment(Name: \(name.maskingCredentials),\nVersion: \((version ?? "None").maskingCredentials))"
    }

    /// The whole definition as JSON with sorted members, secrets masked.
    ///
    /// > Python: `repr(environment)`, which shows secrets
    public var debugDescription: String {
        var shown = self
        shown.docker = docker.withMaskedImage
        return shown.maskedText
    }
}
