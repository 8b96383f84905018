internal import AzureMLSupport
internal import Workspace

extension WorkspaceEnvironments {
    /// Returns the registered versions of an environment, including archived ones, with the latest at the end.
    ///
    /// Damaged and deleted versions are left out. Only the records are read, not the definitions.
    ///
    /// > Python: none; azureml-core cannot list versions
    ///
    /// - Parameter name: The environment's name.
    /// - Returns: The versions; empty for an environment that was never registered.
    /// - Throws: `WorkspaceError` when the name is invalid, or the workspace cannot be read.
    public func history(of name: String) async throws -> [EnvironmentVersion] {
        let name = try DocumentName(name, kind: "environment name").text
        return try await workspace.store.history(of: name, in: .environments).map { stored in
            EnvironmentVersion(
                name: name,
                version: stored.version,
                labels: stored.labels,
                isArchived: stored.isArchived,
                contentHash: stored.contentHash
            )
        }
    }

    /// Hides a version. From then on, it is found only by its version or a label, and is never the latest.
    ///
    /// > Python: `MLClient.environments.archive` of the SDK v2
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - version: The version; an archived one stays archived.
    /// - Throws: ``EnvironmentError`` when there is no such version; `WorkspaceError` when the workspace cannot be
    ///   written.
    public func archive(name: String, version: String) async throws {
        try await withMissingVersionHint(name: name, version: version) { store in
            try await store.setArchived(true, version: version, of: name, in: .environments)
        }
    }

    /// Makes an archived version visible again.
    ///
    /// > Python: `MLClient.environments.restore` of the SDK v2
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - version: The version; one that is not archived stays as it is.
    /// - Throws: ``EnvironmentError`` when there is no such version; `WorkspaceError` when the workspace cannot be
    ///   written.
    public func restore(name: String, version: String) async throws {
        try await withMissingVersionHint(name: name, version: version) { store in
            try await store.setArchived(false, version: version, of: name, in: .environments)
        }
    }

    /// Deletes a version permanently. Its number or name is never given to another version.
    ///
    /// > Python: none; azureml-core cannot delete a version
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - version: The version, which must not have labels; a deleted one stays deleted.
    /// - Throws: ``EnvironmentError`` when there is no such version; `WorkspaceError` with the code `versionLabelled`
    ///   when it has labels; another `WorkspaceError` when the workspace cannot be written.
    public func delete(name: String, version: String) async throws {
        try await withMissingVersionHint(name: name, version: version) { store in
            try await store.remove(version: version, of: name, in: .environments)
        }
    }

    /// Runs a change to a stored version. If there is no such version, the error's hint names the existing ones.
    func withMissingVersionHint(
        name: String,
        version: String,
        _ change: (any WorkspaceStore) async throws -> Void
    ) async throws {
        do {
            try await change(workspace.store)
        } catch let error as WorkspaceError where error.code == .versionNotFound {
            throw try await MissingEnvironment.error(workspace: workspace, name: name, version: version)
        } catch let error as WorkspaceError where error.code == .versionDeleted {
            throw try await MissingEnvironment.error(
                workspace: workspace,
                name: name,
                version: version,
                underlying: error
            )
        }
    }
}
