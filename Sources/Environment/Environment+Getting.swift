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
    ///   - label: A label instead of a version; `latest` is the one that was registered last.
    /// - Returns: The registered environment, with the mutated conda specification.
    /// - Throws: ``EnvironmentError`` when there is none, or when both a version and a label are given; an error with
    ///   its place when the stored version is damaged.
    public static func get(
        workspace: Workspace,
        name: String,
        version: String? = nil,
        label: String? = nil
    ) async throws -> Environment {
        guard version == nil || label == nil else {
            throw EnvironmentError(
                .versionAndLabel,
                "both the version '\(version ?? "")' and the label '\(label ?? "")' of '\(name)' were asked for",
                hint: "give one of them"
            )
        }
        guard label == nil || label == "latest" else {
            throw notFound(name: name, detail: " with the label '\(label ?? "")'", workspace: workspace)
        }
        return try Environment(try await stored(workspace: workspace, name: name, version: version))
    }

    /// Reads the latest version of every registered environment. A damaged one is left out; `verify` of the workspace
    /// names it.
    ///
    /// > Python: `azureml.core.environment.Environment.list`
    ///
    /// - Parameter workspace: The workspace.
    /// - Returns: The environments by name.
    /// - Throws: `WorkspaceError` when the workspace itself cannot be read.
    public static func list(workspace: Workspace) async throws -> [String: Environment] {
        var environments: [String: Environment] = [:]
        for try await environment in workspace.environments { environments[environment.name] = environment }
        return environments
    }

    /// The conda specification as the user wrote it, before registering mutated it.
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

    private static func stored(
        workspace: Workspace,
        name: String,
        version: String?
    ) async throws -> StoredDocument {
        guard let stored = try await workspace.store.document(named: name, version: version, in: .environments) else {
            throw notFound(name: name, detail: version.map { " with the version '\($0)'" } ?? "", workspace: workspace)
        }
        return stored
    }

    private static func notFound(name: String, detail: String, workspace: Workspace) -> EnvironmentError {
        EnvironmentError(
            .notFound,
            "the workspace '\(workspace.name)' has no environment '\(name)'\(detail)",
            hint: "register it: environment = try await environment.register(workspace: ws)"
        )
    }
}
