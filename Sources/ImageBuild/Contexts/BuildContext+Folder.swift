internal import AzureMLSupport
internal import AzureMLSystem

extension BuildContext {
    /// Reads a folder as engines do: without the files that its `.dockerignore` excludes, and symlinks as symlinks.
    ///
    /// The rules come from `<dockerfilePath>.dockerignore` if there is such a file, otherwise from `.dockerignore`. The
    /// Dockerfile and the file with the rules are always part of the context. The data that a workspace in the folder
    /// keeps for its machine (`.local`) never is. Permissions become `0644` or `0755`.
    ///
    /// > Python: `azureml.core.environment.DockerBuildContext.from_local_directory`
    ///
    /// - Parameters:
    ///   - directory: The path of the folder.
    ///   - dockerfilePath: The Dockerfile's path relative to the folder; symlinks, `.` and `..` in it are resolved.
    /// - Throws: ``ImageBuildError`` when there is no Dockerfile, a rule is not a valid pattern, a symlink leads out of
    ///   the folder, there is a FIFO, a socket or a device, or the folder is too large or cannot be read.
    public init(directory: String, dockerfilePath: String = "Dockerfile") throws {
        try self.init(directory: directory, dockerfilePath: dockerfilePath, limits: .standard)
    }

    init(directory: String, dockerfilePath: String, limits: ContextLimits) throws {
        do {
            let root = try Directory(path: ProcessContext.current.absolutePath(directory))
            var reader = ContextReader(root: root, shownPath: directory, dockerfilePath: dockerfilePath, limits: limits)
            self = try reader.read()
        } catch let error as FileSystemError {
            throw ImageBuildError(
                .contextUnreadable,
                "the build context cannot be read: \(error)",
                at: SourceLocation(file: directory),
                hint: "check the folder and its permissions, or leave the file out in .dockerignore",
                underlying: error
            )
        }
    }
}
