internal import AzureMLSupport
internal import CondaDependencies
internal import DockerSyntax
internal import Environment

/// The source of an image: one of three.
enum ImageSource: Sendable {
    case baseImage(ImageReference)
    case dockerfile(Dockerfile)
    case buildContext(DockerBuildContext)

    /// The name of a definition's Dockerfile in messages: its place in the definition.
    static let dockerfilePlace = "docker.baseDockerfile"

    /// Finds the only source of an environment's image, and refuses settings that Azure does not accept with it.
    init(of environment: Environment) throws(ImageBuildError) {
        let docker = environment.docker
        let dockerfile = docker.baseDockerfile.flatMap { $0.isEmpty ? nil : $0 }
        if let conflict = SourceConflict(in: environment) {
            throw ImageBuildError(.sourceConflict, conflict.message, at: conflict.location, hint: conflict.hint)
        }
        if let dockerfile {
            self = .dockerfile(try Dockerfile(ofDefinition: dockerfile))
        } else if let context = docker.buildContext {
            try environment.refuseSettingsIgnoredByContext()
            self = .buildContext(context)
        } else if !docker.sourcePlaces.isEmpty {
            self = .baseImage(try environment.baseImageReference())
        } else {
            throw Self.missing(environment)
        }
    }

    private static func missing(_ environment: Environment) -> ImageBuildError {
        ImageBuildError(
            .sourceMissing,
            "the environment '\(environment.name)' names no base image, no Dockerfile and no build context",
            at: SourceLocation(file: "docker.baseImage"),
            hint: "set env.docker.baseImage and register it again"
        )
    }
}

extension Environment {
    /// Refuses settings beside a build context: it is built unchanged, so that they would have no effect.
    /// azureml-core's defaults are ignored, since the user did not set them.
    fileprivate func refuseSettingsIgnoredByContext() throws(ImageBuildError) {
        let defaults = Environment(name: name)
        let conda = python.condaDependencies
        let hasVariables = !environmentVariables.isEmpty && environmentVariables != defaults.environmentVariables
        let settings: [(isSet: Bool, place: String)] = [
            (hasVariables, "environmentVariables"),
            (!conda.isEmpty && !conda.isTemplate, "python.condaDependencies"),
            (r != nil, "r"),
            (!spark.repositories.isEmpty, "spark.repositories"),
            (!spark.packages.isEmpty, "spark.packages"),
        ]
        guard let setting = settings.first(where: \.isSet) else { return }
        throw ImageBuildError(
            .contextSettingRefused,
            "'\(setting.place)' of the environment '\(name)' cannot be combined with a build context",
            at: SourceLocation(file: setting.place),
            hint: "put it into the context's Dockerfile, and remove it from the definition"
        )
    }
}

extension Dockerfile {
    /// The size above which Azure refuses a Dockerfile: "100 KB" in its documentation.
    private static let maximumSize = 102_400

    /// Reads the Dockerfile of a definition; the recipe follows its last line.
    init(ofDefinition text: String) throws(ImageBuildError) {
        guard text.utf8.count <= Self.maximumSize else {
            throw ImageBuildError(
                .dockerfileTooLarge,
                "the Dockerfile has \(text.utf8.count) bytes; Azure accepts \(Self.maximumSize)",
                at: SourceLocation(file: ImageSource.dockerfilePlace),
                hint: "move steps into scripts of a build context"
            )
        }
        do {
            try self.init(parsing: text)
        } catch {
            throw ImageBuildError(
                .dockerfileInvalid,
                "the Dockerfile \(error.reason)",
                at: SourceLocation(file: ImageSource.dockerfilePlace, bytes: Array(text.utf8), offset: error.offset),
                hint: "correct it as the Dockerfile reference says, and register the environment again",
                underlying: error
            )
        }
    }

    /// Reads the Dockerfile of a user's build context; `nil` for one that only the engine may understand, such as one
    /// that names its own syntax or is larger than Azure accepts.
    init?(ofContext text: String) {
        guard text.utf8.count <= Self.maximumSize, let dockerfile = try? Dockerfile(parsing: text) else { return nil }
        self = dockerfile
    }
}
