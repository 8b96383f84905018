package import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// The diagnostic about a specification that has no effect, because Python is user-managed.
    package var ignoredSpecification: [Diagnostic] {
        let specification = python.condaDependencies
        guard python.userManagedDependencies, docker.buildContext == nil, !specification.isEmpty,
            !specification.isTemplate
        else { return [] }
        return [EnvironmentDiagnostics.condaIgnored()]
    }
}
