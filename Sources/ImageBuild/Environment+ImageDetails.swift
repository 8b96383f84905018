internal import AzureMLSupport
internal import CondaDependencies
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
    ///   `kindNotSupported` when images of its kind are not built yet, or another code with the place of what is wrong;
    ///   an error of the workspace when it cannot be read.
    public func getImageDetails(workspace: Workspace) async throws -> DockerImageDetails {
        try await registered(in: workspace).imageDetails(digests: KnownBaseImages())
    }

    private func registered(in workspace: Workspace) async throws -> Environment {
        do {
            return try await Environment.get(workspace: workspace, name: name, version: version)
        } catch let error as EnvironmentError where error.code == .notFound {
            let detail = version.map { " with the version '\($0)'" } ?? ""
            throw ImageBuildError(
                .notRegistered,
                "the environment '\(name)'\(detail) is not registered in the workspace '\(workspace.name)'",
                hint: "add the line above: env = try await env.register(workspace: ws)",
                underlying: error
            )
        }
    }

    func imageDetails(digests: some BaseImageDigests) async throws -> DockerImageDetails {
        try requireCondaOnBaseImage()
        let named = try baseImageReference()
        let image = try await pinned(named, digests: digests)
        let environmentName = try python.condaDependencies.environmentName
        let dockerfile = try Dockerfile.condaEnvironment(
            named: environmentName,
            on: image,
            cachesSparkPackages: spark.precachePackages
        )
        let doubts = recipeDoubts(image)
        return DockerImageDetails(
            answer: Self.answer(dockerfile, environmentName: environmentName),
            recipe: spark.precachePackages ? .conda : .condaWithoutSparkCache,
            provenance: doubts.isEmpty ? .verified : .derived,
            diagnostics: baseImageDiagnostics(named, pinned: image) + doubts.map(\.diagnostic)
        )
    }

    private func pinned(_ image: ImageReference, digests: some BaseImageDigests) async throws -> ImageReference {
        guard image.digest == nil, let digest = try await digests.digest(of: image) else { return image }
        return image.pinned(to: digest)
    }

    /// The members that Azure's service answers with. Nothing is built here yet, so no image exists.
    private static func answer(_ dockerfile: Dockerfile, environmentName: String) -> JSONValue {
        let folder = "\(Dockerfile.environmentsFolder)/\(environmentName)"
        return [
            "imageExistsInRegistry": false,
            "dockerImage": [
                "name": JSONValue(dockerfile.imageName),
                "registry": ["address": nil, "username": nil, "password": nil],
            ],
            "pythonEnvironment": [
                "interpreterPath": JSONValue("\(folder)/bin/python"),
                "condaEnvironmentPath": JSONValue(folder),
                "condaEnvironmentName": JSONValue(environmentName),
            ],
            "ingredients": ["dockerfile": JSONValue(dockerfile.text)],
        ]
    }
}
