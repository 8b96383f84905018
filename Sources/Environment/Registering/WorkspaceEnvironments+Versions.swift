internal import AzureMLSupport
internal import Workspace

extension WorkspaceEnvironments {
    /// The registered versions of an environment with the archived ones, the one registered last at the end.
    ///
    /// Damaged and deleted versions are left out. Nothing is read but the records: a definition costs nothing here.
    ///
    /// > Python: none; azureml-core cannot list versions
    ///
    /// - Parameter name: The environment's name.
    /// - Returns: The versions; none for an environment that was never registered.
    /// - Throws: `WorkspaceError` when the name cannot be one, or the workspace cannot be read.
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

    /// Hides a version: it is found by its version or a label only, and is never the latest.
    ///
    /// > Python: `MLClient.environments.archive` of the SDK v2
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - version: The version; one that is archived already stays so.
    /// - Throws: ``EnvironmentError`` when there is no such version; `WorkspaceError` when the workspace cannot be
    ///   written.
    public func archive(name: String, version: String) async throws {
        try await changing(name: name, version: version) { store in
            try await store.setArchived(true, version: version, of: name, in: .environments)
        }
    }

    /// Shows an archived version again.
    ///
    /// > Python: `MLClient.environments.restore` of the SDK v2
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - version: The version; one that is not archived stays as it is.
    /// - Throws: ``EnvironmentError`` when there is no such version; `WorkspaceError` when the workspace cannot be
    ///   written.
    public func restore(name: String, version: String) async throws {
        try await changing(name: name, version: version) { store in
            try await store.setArchived(false, version: version, of: name, in: .environments)
        }
    }

    /// Deletes a version for good. Its number, or name, is never given again.
    ///
    /// > Python: none; azureml-core cannot delete a version
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - version: The version, without labels; one that was deleted already stays so.
    /// - Throws: ``EnvironmentError`` when there is no such version; `WorkspaceError` with the code `versionLabelled`
    ///   when it has labels, or when the workspace cannot be written.
    public func delete(name: String, version: String) async throws {
        try await changing(name: name, version: version) { store in
            try await store.remove(version: version, of: name, in: .environments)
        }
    }

    /// Changes what the store says of a version, and says which versions there are when it has no such one.
    func changing(name: String, version: String, _ change: (any WorkspaceStore) async throws -> Void) async throws {
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
