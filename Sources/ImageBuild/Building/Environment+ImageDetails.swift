public import Environment
public import Workspace

extension Environment {
    /// Returns the image that Azure ML would build for the registered environment, with its Dockerfile.
    ///
    /// They describe the environment as the workspace has it under this name and version; local edits are ignored.
    /// Without a version, it is the one that was registered last.
    ///
    /// > Python: `azureml.core.environment.Environment.get_image_details`
    ///
    /// - Parameter workspace: The workspace that it is registered in.
    /// - Returns: The details of the image.
    /// - Throws: ``ImageBuildError`` with the code `environmentNotRegistered` when the workspace does not have it,
    ///   or with another code and the location of the fault, such as two sources of one image; an error of the
    ///   workspace when it cannot be read.
    public func getImageDetails(workspace: Workspace) async throws -> DockerImageDetails {
        let details = try await ImageDefinition(ofRegistered: self, in: workspace).details
        let record = try await ImageBuildRecord.read(of: details.repository, in: workspace.store)
        return record?.isSuccess == true ? details.built : details
    }
}
