internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies
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
        let wheels = WorkspaceWheels(store: workspace.store)
        return try await registered(in: workspace).buildContext(
            digests: WorkspaceImageDigests(store: workspace.store),
            wheels: wheels
        )
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

    func buildContext(
        digests: some BaseImageDigests,
        wheels: some PrivateWheels
    ) async throws -> BuildContext {
        let source = try imageSource()
        if case .buildContext(let location) = source { return try localContext(location) }
        let recipe = try await imageRecipe(from: source, digests: digests)
        let dockerfile = BuildContext.Entry(
            path: SetupFiles.dockerfilePath,
            content: .file(Array(recipe.dockerfile.text.utf8), isExecutable: false)
        )
        var entries = [dockerfile, SetupFiles.proxyFix, SetupFiles.sparkCache, SetupFiles.sparkLogging]
        if let specification = try recipe.conda?.specification.naming(recipe.wheels) {
            let content = BuildContext.Entry.Content.file(Array(specification.utf8), isExecutable: false)
            entries.append(BuildContext.Entry(path: SetupFiles.specificationPath, content: content))
        }
        for wheel in recipe.wheels { entries.append(try await wheels.entry(of: wheel)) }
        return try BuildContext(
            entries,
            dockerfilePath: SetupFiles.dockerfilePath,
            diagnostics: recipe.diagnostics
        )
    }
}

extension Environment {
    /// The context of a definition, if it is a folder inside the current folder.
    ///
    /// A definition may come from a stranger's workspace: it must not choose which of the user's files become part of
    /// an image. Whoever means another folder reads it with ``BuildContext/init(directory:dockerfilePath:)``.
    func localContext(_ context: DockerBuildContext) throws -> BuildContext {
        let place = SourceLocation(file: "docker.buildContext.location")
        guard let location = context.location, !location.isEmpty else {
            throw ImageBuildError(
                .contextNotLocal,
                "the build context of the environment '\(name)' has no location",
                at: place,
                hint: "give the path of its folder, relative to the current folder"
            )
        }
        guard context.locationType == nil, !location.contains("://"), try Self.isInsideCurrentFolder(location) else {
            throw ImageBuildError(
                .contextNotLocal,
                "the build context '\(location)' of the environment '\(name)' is no folder inside the current folder",
                at: place,
                hint: "fetch it into the current folder and give its relative path"
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

extension BuildContext {
    /// The Dockerfile's text.
    var dockerfileText: String {
        get throws(ImageBuildError) {
            guard case .file(let bytes, _) = self[dockerfilePath],
                let text = String(validating: bytes, as: UTF8.self)
            else {
                throw ImageBuildError(
                    .dockerfileInvalid,
                    "the Dockerfile '\(dockerfilePath)' of the build context is no text in UTF-8",
                    at: SourceLocation(file: dockerfilePath),
                    hint: "save it as UTF-8"
                )
            }
            return text
        }
    }
}
