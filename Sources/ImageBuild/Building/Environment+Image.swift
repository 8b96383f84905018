internal import AzureMLSupport
internal import DockerSyntax
public import Environment
public import Workspace

extension Environment {
    /// Finds the environment that an image was built from, by the image's labels.
    ///
    /// > Python: none; Azure's images do not say which environment they were built from
    ///
    /// - Parameters:
    ///   - image: The name or id of an image that the container engine has.
    ///   - workspace: The workspace that it is registered in; `nil` for the one in the configuration file.
    /// - Returns: The registered environment.
    /// - Throws: ``ImageBuildError`` with the code `imageNotTraceable` when the engine has no such image, the image
    ///   lacks the labels, or the workspace has a different definition under that name and version; an error of the
    ///   workspace.
    public static func from(image: String, workspace: Workspace? = nil) async throws -> Environment {
        let engine = try await EngineSearch.engine()
        guard let found = try await engine.image(namedByUser: image) else {
            throw notTraceable("\(engine.title) has no image '\(image)'")
        }
        guard let environmentName = found.labels[ImageLabels.environmentName].map(ImageLabels.decoded),
            let version = found.labels[ImageLabels.environmentVersion].map(ImageLabels.decoded),
            let hash = found.labels[ImageLabels.environmentHash]
        else { throw notTraceable("the image '\(image)' does not say which environment it was built from") }
        let workspace = try workspace ?? Workspace.fromConfig()
        let environment = try await Environment.get(workspace: workspace, name: environmentName, version: version)
        guard environment.contentHash == hash else {
            throw notTraceable(
                "the image '\(image)' was built from version '\(version)' of '\(environmentName)', "
                    + "but that version has a different definition in the workspace '\(workspace.name)'"
            )
        }
        return environment
    }

    private static func notTraceable(_ message: String) -> ImageBuildError {
        ImageBuildError(
            .imageNotTraceable,
            message,
            hint: "name an image that Environment.build has built, and the workspace that it was built from"
        )
    }
}

extension ContainerEngine {
    /// Finds an image by its id, or by its name with or without a registry; `nil` when there is no such image.
    fileprivate func image(namedByUser name: String) async throws -> EngineImage? {
        if (try? ImageDigest(parsing: name)) != nil { return try await image(named: name) }
        guard let reference = try? ImageReference(parsing: name) else { return nil }
        // Podman and Buildah do not find an image by a name with both a tag and a digest.
        let exact = reference.digest.map { "\(reference.repository)@\($0)" } ?? name
        if reference.host == nil, let image = try await image(named: localName(of: exact)) { return image }
        return try await image(named: exact)
    }
}
