internal import AzureMLSupport
public import Workspace

extension Environment {
    /// Reads a registered environment.
    ///
    /// > Python: `azureml.core.environment.Environment.get`
    ///
    /// - Parameters:
    ///   - workspace: The workspace.
    ///   - name: The environment's name.
    ///   - version: The version; `nil` for the one that was registered last.
    ///   - label: A label instead of a version; `latest` means the version that was registered last.
    /// - Returns: The registered environment, with the mutated conda specification. An archived version is found only
    ///   by its version or by a label.
    /// - Throws: ``EnvironmentError`` when there is no such environment, or when both a version and a label are given;
    ///   an error with its place when the stored version is damaged.
    public static func get(
        workspace: Workspace,
        name: String,
        version: String? = nil,
        label: String? = nil
    ) async throws -> Environment {
        guard version == nil || label == nil else {
            throw EnvironmentError(
                .versionAndLabelGiven,
                "both the version '\(version ?? "")' and the label '\(label ?? "")' are given for '\(name)'",
                hint: "give only one of them"
            )
        }
        return try Environment(try await stored(workspace: workspace, name: name, version: version, label: label))
    }

    /// Reads the latest version of every registered environment. Damaged environments are left out;
    /// ``WorkspaceEnvironments/verify()`` reports them.
    ///
    /// > Python: `azureml.core.environment.Environment.list`
    ///
    /// - Parameter workspace: The workspace.
    /// - Returns: The environments, keyed by name.
    /// - Throws: `WorkspaceError` when the workspace itself cannot be read.
    public static func list(workspace: Workspace) async throws -> [String: Environment] {
        let (found, unreadable) = try await workspace.store.map(.latest, meeting: nil, in: .environments) { stored in
            try? Environment(stored)
        }
        if let failure = unreadable.first(where: { $0.error.code == .fileSystemFailed }) { throw failure.error }
        return Dictionary(found.compactMap(\.self).map { ($0.name, $0) }) { _, last in last }
    }

    /// Returns the conda specification as the user wrote it, before registering mutated it.
    ///
    /// > Python: none; azureml-core keeps only the mutated one
    ///
    /// - Parameters:
    ///   - workspace: The workspace.
    ///   - name: The environment's name.
    ///   - version: The version; `nil` for the one that was registered last.
    /// - Returns: The text; `nil` for an environment without a conda specification.
    /// - Throws: ``EnvironmentError`` when there is no such version.
    public static func originalCondaSpecification(
        workspace: Workspace,
        name: String,
        version: String? = nil
    ) async throws -> String? {
        let stored = try await stored(workspace: workspace, name: name, version: version)
        let bytes =
            stored[file: EnvironmentFiles.originalCondaDependenciesName]
            ?? stored[file: EnvironmentFiles.condaDependenciesName]
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Reads a registered environment for its image, without the diagnostics of its definition.
    ///
    /// - Parameters:
    ///   - workspace: The workspace.
    ///   - name: The environment's name.
    ///   - version: The version; `nil` for the one that was registered last.
    /// - Returns: The registered environment.
    /// - Throws: The errors of ``get(workspace:name:version:label:)``.
    package static func getWithoutDiagnostics(
        workspace: Workspace,
        name: String,
        version: String?
    ) async throws -> Environment {
        let stored = try await stored(workspace: workspace, name: name, version: version)
        return try Environment(stored, findsDiagnostics: false)
    }

    /// Reads the files of the given version, of the version with the given label, or else of the latest version.
    static func stored(
        workspace: Workspace,
        name: String,
        version: String? = nil,
        label: String? = nil
    ) async throws -> StoredDocument {
        var wanted = version
        if let label, !DocumentName.isLatestLabel(label) {
            wanted = try await workspace.store.version(labelled: label, of: name, in: .environments)
            if wanted == nil {
                throw try await MissingEnvironment.error(workspace: workspace, name: name, label: label)
            }
        }
        do {
            let stored = try await workspace.store.document(named: name, version: wanted, in: .environments)
            if let stored { return stored }
        } catch let error as WorkspaceError where error.code == .versionDeleted {
            throw try await MissingEnvironment.error(
                workspace: workspace,
                name: name,
                version: wanted,
                underlying: error
            )
        }
        throw try await MissingEnvironment.error(workspace: workspace, name: name, version: wanted)
    }
}
