internal import AzureMLSystem
internal import AzureMLSupport

/// Credentials of one build, in a folder that only this user may read and that is gone after it.
///
/// The engine writes them there itself when it is signed in, beside a copy of what the user's own configuration says of
/// other registries. That one is not changed.
struct EngineCredentials: Sendable {
    let folder: String
    let mask: SecretMask
}

extension ContainerEngine {
    /// Signs in for as long as `body` runs; without a login there are no credentials but the user's own.
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
