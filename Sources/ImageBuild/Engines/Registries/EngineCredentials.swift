internal import AzureMLSystem
internal import AzureMLSupport

/// The credentials of one build, in a folder that only this user may read and that is removed after the build.
///
/// The engine writes them there itself when it signs in. The folder also has a copy of the user's own credentials for
/// other registries; the user's own files are not changed.
struct EngineCredentials: Sendable {
    let folder: String
    let mask: SecretMask
}

extension ContainerEngine {
    /// Signs in for as long as `body` runs; without a login, the engine has only the user's own credentials.
    func signedIn<Result>(
        with login: RegistryLogin?,
        _ body: (EngineCredentials?) async throws -> Result
    ) async throws -> Result {
        guard let login else { return try await body(nil) }
        return try await ScratchDirectory.with(for: .credentials) { scratch in
            try await body(try await login.credentials(for: self, in: scratch))
        }
    }
}
