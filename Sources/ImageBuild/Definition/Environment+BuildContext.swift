public import Environment
public import Workspace

extension Environment {
    /// Makes the build context of the registered environment: its Dockerfile and all files that it copies.
    ///
    /// What counts is what the workspace holds under this name and version, as in ``getImageDetails(workspace:)``.
    /// Private wheels are taken from the workspace and verified. An environment with a build context of its own gives
    /// that one, if it is a folder inside the current folder.
    ///
    /// > Python: the "setup content" that `azureml.core.environment.Environment.build_local` downloads
    ///
    /// - Parameter workspace: The workspace that it is registered in.
    /// - Returns: The context.
    /// - Throws: ``ImageBuildError`` when the environment is not registered, cannot be built, or a file of its context
    ///   is missing, damaged or refused; an error of the workspace when it cannot be read.
    public func getBuildContext(workspace: Workspace) async throws -> BuildContext {
        let environment = try await registered(in: workspace)
        let source = try ImageSource(of: environment)
        // The user's own is given as it is: neither its platform nor the name of its image matters.
        if case .buildContext(let location) = source { return try environment.localContext(location) }
        let digests = WorkspaceImageDigests(store: workspace.store)
        return try await ImageDefinition(of: environment, source: source, digests: digests)
            .buildContext(wheels: WorkspaceWheels(store: workspace.store))
    }

    /// Writes the build context of the registered environment to a folder, from which any engine builds it:
    /// `docker build -f <path>/azureml-environment-setup/Dockerfile <path>`.
    ///
    /// > Python: the "setup content" that `azureml.core.environment.Environment.build_local` downloads and saves
    ///
    /// - Parameters:
    ///   - workspace: The workspace that it is registered in.
    ///   - path: The path of a new or empty folder.
    /// - Throws: ``ImageBuildError`` as ``getBuildContext(workspace:)`` does, and when the folder holds something or
    ///   cannot be written.
    public func saveBuildContext(workspace: Workspace, path: String) async throws {
        try await getBuildContext(workspace: workspace).write(to: path)
    }
}
