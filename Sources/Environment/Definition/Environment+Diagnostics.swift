internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// The findings about the value as it is now, which loading and registering work out.
    var definitionDiagnostics: [Diagnostic] {
        python.condaDependencies.diagnostics + ignoredSpecification
    }
}
