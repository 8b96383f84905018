internal import AzureMLSystem
internal import AzureMLSupport
internal import CondaDependencies
internal import DockerSyntax
internal import Environment

/// How the image of one environment is made: worked out once, and used by image details, build contexts and builds.
struct ImageDefinition: Sendable {
    /// The files that an image is made from besides its Dockerfile.
    enum Content: Sendable {
        case recipe(CondaEnvironment?)
        /// The user's own context, which holds the Dockerfile as well.
        case context(BuildContext)
    }

    /// The environment as it is registered.
    let environment: Environment
    let source: ImageSource
    let content: Content
    let platform: ImagePlatform
    /// The Dockerfile's path in the build context.
    let dockerfilePath: String
    let dockerfileText: String
    /// The parsed Dockerfile; `nil` for one in a user's context that only the engine understands.
    let dockerfile: Dockerfile?
    /// The name that Azure ML gives the image: `azureml/azureml_` and 32 hexadecimal digits.
    let imageName: String
    let recipe: DockerImageDetails.Recipe
    /// How certain it is that Azure would make the same Dockerfile.
    let provenance: DockerImageDetails.Provenance
    let diagnostics: [Diagnostic]

    /// Works out the image of a registered environment.
    ///
    /// - Parameters:
    ///   - environment: The environment as the workspace has it.
    ///   - source: The source of the image, if it is known already.
    ///   - digests: The source of digests of base images.
    /// - Throws: ``ImageBuildError`` with the location of the part that cannot be built.
    init(
        of environment: Environment,
        source: ImageSource? = nil,
        digests: some BaseImageDigests
    ) async throws {
        let source = try source ?? ImageSource(of: environment)
        let platform = try ImagePlatform(of: environment)
        switch source {
        case .baseImage(let written):
            var image = written
            if image.digest == nil, let digest = try await digests.digest(of: image) {
                image = image.pinned(to: digest)
            }
            let base = BaseDockerfile(dockerfile: Dockerfile(from: image), image: image)
            let diagnostics = environment.baseImageDiagnostics(written, pinned: image)
            try self.init(environment, source, platform, on: base, baseDiagnostics: diagnostics)
        case .dockerfile(let dockerfile):
            let base = BaseDockerfile(dockerfile: dockerfile, image: nil)
            let diagnostics = dockerfile.copyDiagnostics
            try self.init(environment, source, platform, on: base, baseDiagnostics: diagnostics)
        case .buildContext(let location):
            try self.init(environment, source, platform, context: environment.localContext(location))
        }
    }

    /// Describes the image of a build context, which is built unchanged.
    private init(
        _ environment: Environment,
        _ source: ImageSource,
        _ platform: ImagePlatform,
        context: BuildContext
    ) throws(ImageBuildError) {
        self.environment = environment
        self.source = source
        self.platform = platform
        content = .context(context)
        dockerfilePath = context.dockerfilePath
        dockerfileText = try context.dockerfileText
        dockerfile = Dockerfile(ofContext: dockerfileText)
        // Azure's rule for such a name is not public; this one covers everything that the image is made from.
        imageName = Self.imageName(of: "\(context.dockerfilePath)\n\(context.contentHash)\n")
        recipe = .buildContext
        provenance = .ours
        diagnostics = context.diagnostics + [RecipeDoubt.buildContext.diagnostic]
    }

    /// Describes an image whose recipe follows a base Dockerfile.
    private init(
        _ environment: Environment,
        _ source: ImageSource,
        _ platform: ImagePlatform,
        on base: BaseDockerfile,
        baseDiagnostics: [Diagnostic]
    ) throws {
        self.environment = environment
        self.source = source
        self.platform = platform
        let conda = try CondaEnvironment(of: environment)
        let recipe = ImageRecipe(
            condaEnvironmentName: conda?.name,
            hasPrivateWheels: conda?.wheels.isEmpty == false,
            rCommands: try environment.rCommands(),
            cachesSparkPackages: environment.spark.precachePackages,
            sparkOptions: try environment.sparkOptions()
        )
        let dockerfile = try recipe.dockerfile(on: base.dockerfile)
        let doubts = recipe.doubts(about: environment, base: base.dockerfile, image: base.image)
        content = .recipe(conda)
        dockerfilePath = SetupFiles.dockerfilePath
        dockerfileText = dockerfile.text
        self.dockerfile = dockerfile
        imageName = Self.imageName(of: dockerfile.text)
        self.recipe = recipe.name(onDockerfile: base.image == nil)
        provenance = doubts.map(\.provenance).max() ?? .verified
        diagnostics = baseDiagnostics + environment.ignoredSpecification + doubts.map(\.diagnostic)
    }

    /// Returns the name of the image that Azure ML builds from a Dockerfile, as proven by six public pairs of both.
    static func imageName(of text: String) -> String {
        "azureml/azureml_" + ContentHash.sha256Hex(Array(text.utf8)).prefix(32)
    }
}

/// The Dockerfile that a recipe follows.
private struct BaseDockerfile {
    let dockerfile: Dockerfile
    /// `nil` when the user wrote the Dockerfile.
    let image: ImageReference?
}

extension ImageRecipe {
    fileprivate func name(onDockerfile: Bool) -> DockerImageDetails.Recipe {
        switch (onDockerfile, condaEnvironmentName != nil) {
        case (true, true): .condaOnDockerfile
        case (true, false): .userManagedOnDockerfile
        case (false, true): cachesSparkPackages ? .conda : .condaWithoutSparkCache
        case (false, false): .userManaged
        }
    }
}

extension Dockerfile {
    /// One diagnostic for each instruction that copies from a build context, which a definition's Dockerfile lacks.
    fileprivate var copyDiagnostics: [Diagnostic] {
        let instructions = copiesFromContext
        let places = locations(of: instructions, file: ImageSource.dockerfilePlace)
        let diagnostics = zip(instructions, places).map { instruction, place in
            ImageBuildDiagnostics.baseDockerfileCopiesFiles(instruction.keyword, at: place)
        }
        return SuppressionComments(in: Array(text.utf8), canFollowText: false).removingSuppressed(diagnostics)
    }
}
