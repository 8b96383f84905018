internal import AzureMLSupport
public import Workspace

extension WorkspaceEnvironments {
    /// Copies a version into another workspace, under the same name and version.
    ///
    /// The copy includes the user's original conda specification, the private wheels that it names and the references
    /// to secrets. It does not include labels or the archived state.
    ///
    /// > Python: none; getting an environment and registering it again loses the original specification
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - version: The version.
    ///   - target: The other workspace.
    /// - Returns: The environment as it is registered in the other workspace.
    /// - Throws: ``EnvironmentError`` when there is no such version, or neither workspace has a wheel that it names;
    ///   `WorkspaceError` with the code `versionConflict` when the other workspace has the version with other content;
    ///   another `WorkspaceError` when it cannot be written.
    @discardableResult
    public func copy(name: String, version: String, to target: Workspace) async throws -> Environment {
        let stored = try await Environment.stored(workspace: workspace, name: name, version: version)
        let environment = try Environment(stored, findsDiagnostics: false)
        try Environment.refuseReservedName(environment.name)
        try environment.refuseCredentials()
        // The wheels first, so that the version never exists without them.
        for (wheel, place) in try environment.privateWheels() where try await !target.store.holdsBlob(wheel.name) {
            guard let bytes = try await workspace.store.blob(wheel.name, limit: BlobName.maximumSize) else {
                throw EnvironmentError.wheelMissing(wheel, in: workspace, at: place)
            }
            try await target.store.addBlob(bytes, as: wheel.name)
        }
        return try await environment.store(
            in: target,
            original: stored[file: EnvironmentFiles.originalCondaDependenciesName]
        )
    }
}
