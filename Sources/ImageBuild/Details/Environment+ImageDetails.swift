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
    ///   or another code with the place of what is wrong, such as two sources of one image; an error of the workspace
    ///   when it cannot be read.
    public func getImageDetails(workspace: Workspace) async throws -> DockerImageDetails {
        let digests = WorkspaceImageDigests(store: workspace.store)
        let details = try await registered(in: workspace).imageDetails(digests: digests)
        let record = try await ImageBuildRecord.read(of: details.repository, in: workspace.store)
        return record?.isSuccess == true ? details.built : details
    }

    func registered(in workspace: Workspace) async throws -> Environment {
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
        let source = try imageSource()
        if case .buildContext(let location) = source {
            return try imageDetails(of: try localContext(location))
        }
        let recipe = try await imageRecipe(from: source, digests: digests)
        let text = recipe.dockerfile.text
        let conda = recipe.conda.map { (name: $0.name, folder: "\(Dockerfile.environmentsFolder)/\($0.name)") }
        return DockerImageDetails(
            answer: Self.answer(
                image: Dockerfile.imageName(of: text),
                dockerfile: text,
                interpreter: conda.map { "\($0.folder)/bin/python" } ?? python.interpreterPath,
                conda: conda
            ),
            recipe: recipe.recipe,
            provenance: recipe.provenance,
            diagnostics: recipe.diagnostics
        )
    }

    /// The name of the image that is built from a context of this environment's.
    ///
    /// Azure's rule for the name of an image made of a user's own context is not public; this one holds all that the
    /// image is made from.
    func imageName(of context: BuildContext) throws(ImageBuildError) -> String {
        guard case .buildContext = try imageSource() else {
            return Dockerfile.imageName(of: try context.dockerfileText)
        }
        return Dockerfile.imageName(of: "\(context.dockerfilePath)\n\(context.contentHash)\n")
    }

    private func imageDetails(of context: BuildContext) throws -> DockerImageDetails {
        DockerImageDetails(
            answer: Self.answer(
                image: try imageName(of: context),
                dockerfile: try context.dockerfileText,
                interpreter: python.interpreterPath,
                conda: nil
            ),
            recipe: .buildContext,
            provenance: .ours,
            diagnostics: context.diagnostics + [RecipeDoubt.buildContext.diagnostic]
        )
    }

    /// The members that Azure's service answers with, for an image that is not built.
    private static func answer(
        image: String,
        dockerfile: String,
        interpreter: String,
        conda: (name: String, folder: String)?
    ) -> JSONValue {
        [
            "imageExistsInRegistry": false,
            "dockerImage": [
                "name": JSONValue(image),
                "registry": ["address": nil, "username": nil, "password": nil],
            ],
            "pythonEnvironment": [
                "interpreterPath": JSONValue(interpreter),
                "condaEnvironmentPath": conda.map { JSONValue($0.folder) } ?? nil,
                "condaEnvironmentName": conda.map { JSONValue($0.name) } ?? nil,
            ],
            "ingredients": ["dockerfile": JSONValue(dockerfile)],
        ]
    }
}
