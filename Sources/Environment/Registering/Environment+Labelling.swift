internal import AzureMLSupport
public import Workspace

extension Environment {
    /// Replaces the labels of a registered version.
    ///
    /// If another version has one of the labels, the label moves. ``get(workspace:name:version:label:)`` finds a
    /// version by its labels.
    ///
    /// > Python: `azureml.core.environment.Environment.label`
    ///
    /// - Parameters:
    ///   - workspace: The workspace.
    ///   - name: The environment's name.
    ///   - version: The version.
    ///   - labels: All labels that the version is to have; an empty list removes them all. `latest` cannot be set: it
    ///     always means the version that was registered last.
    /// - Throws: ``EnvironmentError`` when there is no such version; `WorkspaceError` when a label cannot be stored or
    ///   the workspace cannot be written.
    public static func label(workspace: Workspace, name: String, version: String, labels: [String]) async throws {
        try await workspace.environments.withMissingVersionHint(name: name, version: version) { store in
            try await store.setLabels(labels, version: version, of: name, in: .environments)
        }
    }
}
