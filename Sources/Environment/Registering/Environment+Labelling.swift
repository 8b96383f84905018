internal import AzureMLSupport
public import Workspace

extension Environment {
    /// Gives a registered version these labels and no others.
    ///
    /// A label moves away from the version that had it. ``get(workspace:name:version:label:)`` finds the version by it.
    ///
    /// > Python: `azureml.core.environment.Environment.label`
    ///
    /// - Parameters:
    ///   - workspace: The workspace.
    ///   - name: The environment's name.
    ///   - version: The version.
    ///   - labels: All labels that the version is to have; none takes them all away. `latest` cannot be set: it always
    ///     means the version that was registered last.
    /// - Throws: ``EnvironmentError`` when there is no such version; `WorkspaceError` when a label cannot be stored or
    ///   the workspace cannot be written.
    public static func label(workspace: Workspace, name: String, version: String, labels: [String]) async throws {
        try await workspace.environments.changing(name: name, version: version) { store in
            try await store.setLabels(labels, version: version, of: name, in: .environments)
        }
    }
}
