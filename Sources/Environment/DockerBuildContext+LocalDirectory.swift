internal import AzureMLSupport

extension DockerBuildContext {
    /// Makes a build context of a folder of this machine.
    ///
    /// Nothing is copied: the folder is read when the image is built, in whichever folder is the current one then.
    ///
    /// > Python: `azureml.core.environment.DockerBuildContext.from_local_directory`, which uploads the files to the
    /// > workspace's storage account
    ///
    /// - Parameters:
    ///   - path: The folder's path, relative to the current folder.
    ///   - dockerfilePath: The Dockerfile's path, relative to the folder.
    /// - Returns: The build context.
    /// - Throws: ``EnvironmentError`` when there is no such folder, or no such Dockerfile in it.
    public static func fromLocalDirectory(
        path: String,
        dockerfilePath: String = "Dockerfile"
    ) throws -> DockerBuildContext {
        let context = DockerBuildContext(location: path, dockerfilePath: dockerfilePath)
        let components = LocalPath.plainComponents(of: context.dockerfilePath)
        guard let components, let name = components.last else {
            throw EnvironmentError(
                .unreadable,
                "the path '\(context.dockerfilePath)' of the Dockerfile leads out of the build context",
                at: SourceLocation(file: path),
                hint: "give it relative to '\(path)'"
            )
        }
        do {
            let folder = try Directory(path: ProcessContext.current.absolutePath(path))
            guard try folder.directory(Array(components.dropLast())).kind(name) == .regularFile else {
                throw FileSystemError(.read, "\(path)/\(context.dockerfilePath)", .isNotRegularFile)
            }
        } catch {
            throw EnvironmentError(
                .unreadable,
                "the build context '\(path)' cannot be used: \(error)",
                at: SourceLocation(file: path),
                hint: "give a folder that has a Dockerfile in '\(context.dockerfilePath)'",
                underlying: error
            )
        }
        return context
    }
}

extension LocalPath {
    /// The components of a relative path that leads further down only; `nil` for any other.
    fileprivate static func plainComponents(of path: String) -> [String]? {
        let components = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        return components.allSatisfy(isFileName) ? components : nil
    }
}
