internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// The findings about the value as it is now, which loading and registering work out.
    var definitionDiagnostics: [Diagnostic] {
        python.condaDependencies.diagnostics + ignoredSpecification
            + unknownMembers.prefix(Self.maximumUnknownMembers).map(\.diagnostic)
    }

    /// A definition from a stranger may have a million members, and users read only the first findings.
    private static let maximumUnknownMembers = 100
}
