public import Environment
public import Workspace

extension Environment {
    /// Returns the build context of the registered environment: its Dockerfile and all files that it copies.
    ///
    /// It is made from the environment as the workspace has it under this name and version, as in
    /// ``getImageDetails(workspace:)``. Private wheels are taken from the workspace and verified. If the environment
    /// has its own build context, the result is that one, which must be a folder inside the working directory.
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
        // The user's own context is returned unchanged: neither its platform nor the name of its image matters.
        if case .buildContext(let location) = source { return try environment.localContext(location) }
        let digests = WorkspaceImageDigests(store: workspace.store)
        return try await ImageDefinition(of: environment, source: source, digests: digests)
            .buildContext(wheels: WorkspaceWheels(store: workspace.store))
    }

    /// Writes the build context of the registered environment to a folder, from which any engine can build it:
    /// `docker build -f <path>/azureml-environment-setup/Dockerfile <path>`.
    ///
    /// > Python: the "setup content" that `azureml.core.environment.Environment.build_local` downloads and saves
    ///
    /// - Parameters:
    ///   - workspace: The workspace that it is registered in.
    ///   - path: The path of a new or empty folder.
    /// - Throws: ``ImageBuildError`` as ``getBuildContext(workspace:)`` does, and when the folder is not empty or
    ///   cannot be written.
    public func saveBuildContext(workspace: Workspace, path: String) async throws {
        try await getBuildContext(workspace: workspace).write(to: path)
    }
}
