internal import AzureMLSupport
internal import CondaDependencies
internal import Environment
internal import Workspace

/// All catalogues of diagnostics.
package enum DiagnosticCatalogues {
    package static let all: [any DiagnosticCatalogue.Type] = [
        WorkspaceDiagnostics.self, CondaDiagnostics.self, EnvironmentDiagnostics.self, ImageBuildDiagnostics.self,
    ]
}
