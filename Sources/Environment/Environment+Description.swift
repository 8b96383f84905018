internal import AzureMLSupport

extension Environment: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
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
        shown.docker = docker.withMaskedSources
        return shown.maskedText
    }

    /// A mirror without children, so that `dump` shows ``debugDescription``, in which secrets are masked.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
