internal import AzureMLSupport
internal import AzureMLSystem

extension DockerBuildContext {
    /// Makes a build context from a folder on this machine.
    ///
    /// Nothing is copied: the folder is read when the image is built. A relative path then starts at the working
    /// directory of the build.
    ///
    /// > Python: `azureml.core.environment.DockerBuildContext.from_local_directory`, which uploads the files to the
    /// > workspace's storage account
    ///
    /// - Parameters:
    ///   - path: The folder's path, relative to the working directory.
    ///   - dockerfilePath: The Dockerfile's path, relative to the folder.
    /// - Returns: The build context.
    /// - Throws: ``EnvironmentError`` when there is no such folder, or no such Dockerfile in it.
    public static func fromLocalDirectory(
        path: String,
        dockerfilePath: String = "Dockerfile"
    ) throws -> DockerBuildContext {
        let context = DockerBuildContext(location: path, dockerfilePath: dockerfilePath)
        do {
            let folder = try Directory(path: ProcessContext.current.absolutePath(path))
            guard try FollowedFile(context.dockerfilePath, below: folder) != nil else {
                throw EnvironmentError(
                    .fileUnreadable,
                    "the build context '\(path)' has no Dockerfile '\(context.dockerfilePath)'",
                    at: SourceLocation(file: path),
                    hint: "give its path relative to '\(path)'; no '..' or symlink may lead outside"
                )
            }
        } catch let error as FileSystemError {
            throw EnvironmentError(
                .fileUnreadable,
                "the build context '\(path)' cannot be used: \(error)",
                at: SourceLocation(file: path),
                hint: error.hint(forWrongPath: "give the path of a folder"),
                underlying: error
            )
        }
        return context
    }
}
