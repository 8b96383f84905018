public import Environment
public import Workspace

extension Environment {
    /// Says which image Azure ML would build for the registered environment, and shows its Dockerfile.
    ///
    /// What counts is what the workspace holds under this name and version, not a local edit. Without a version, it is
    /// the one that was registered last.
    ///
    /// > Python: `azureml.core.environment.Environment.get_image_details`
    ///
    /// - Parameter workspace: The workspace that it is registered in.
    /// - Returns: The details of the image.
    /// - Throws: ``ImageBuildError`` with the code `notRegistered` when the workspace does not have it,
    ///   or another code with the place of what is wrong, such as two sources of one image; an error of the workspace
    ///   when it cannot be read.
    public func getImageDetails(workspace: Workspace) async throws -> DockerImageDetails {
        let details = try await ImageDefinition(ofRegistered: self, in: workspace).details
        let record = try await ImageBuildRecord.read(of: details.repository, in: workspace.store)
        return record?.isSuccess == true ? details.built : details
    }
}
