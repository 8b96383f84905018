internal import AzureMLSupport
internal import Environment
internal import Workspace

extension ImageDefinition {
    /// Works out the image of the environment that is registered under a value's name and version.
    ///
    /// - Throws: ``ImageBuildError`` with the code `environmentNotRegistered` when the workspace does not have it, or
    ///   another code with the location of the part that cannot be built; an error of the workspace when it cannot be
    ///   read.
    init(ofRegistered environment: Environment, in workspace: Workspace) async throws {
        try await self.init(
            of: environment.registered(in: workspace),
            digests: WorkspaceImageDigests(store: workspace.store)
        )
    }
}
