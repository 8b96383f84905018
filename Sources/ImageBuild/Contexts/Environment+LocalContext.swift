internal import AzureMLSupport
internal import AzureMLSystem
internal import Environment

extension Environment {
    /// Reads the context of a definition, if it is a folder inside the working directory.
    ///
    /// A definition may come from a stranger's workspace: it must not choose which of the user's files become part of
    /// an image. To use another folder, read it with ``BuildContext/init(directory:dockerfilePath:)``.
    func localContext(_ context: DockerBuildContext) throws -> BuildContext {
        let place = SourceLocation(file: "docker.buildContext.location")
        guard let location = context.location, !location.isEmpty else {
            throw ImageBuildError(
                .contextNotLocal,
                "the build context of the environment '\(name)' has no location",
                at: place,
                hint: "give the path of its folder, relative to the working directory"
            )
        }
        guard context.locationType == nil, !location.contains("://"), try Self.isInsideCurrentFolder(location) else {
            throw ImageBuildError(
                .contextNotLocal,
                "the build context '\(location)' of the environment '\(name)' is not a folder in the working directory",
                at: place,
                hint: "download it into the working directory and give its relative path"
            )
        }
        return try BuildContext(directory: location, dockerfilePath: context.dockerfilePath)
    }

    private static func isInsideCurrentFolder(_ path: String) throws -> Bool {
        let process = ProcessContext.current
        do {
            let folder = try LocalFile.resolved(process.absolutePath(path))
            let current = try LocalFile.resolved(process.absolutePath("."))
            return folder == current || folder.utf8.starts(with: current == "/" ? "/".utf8 : "\(current)/".utf8)
        } catch {
            throw ImageBuildError(
                .contextUnreadable,
                "the build context cannot be read: \(error)",
                at: SourceLocation(file: path),
                hint: "check the folder and its permissions",
                underlying: error
            )
        }
    }
}
