internal import AzureMLSupport
internal import CondaDependencies
internal import Environment

/// The conda environment that is created in an image.
struct CondaEnvironment: Sendable {
    /// The name that Azure derives from the specification.
    let name: String
    /// The private wheels that the specification names.
    let wheels: [PrivateWheel]

    /// The environment's folder in the image.
    var folder: String { "\(ImageRecipe.environmentsFolder)/\(name)" }

    /// Takes the conda environment of a definition; `nil` when the user manages Python.
    ///
    /// - Throws: ``ImageBuildError`` when conda manages Python without a specification, or the specification has an
    ///   invalid reference to a private wheel.
    init?(of environment: Environment) throws {
        guard !environment.python.userManagedDependencies else { return nil }
        let specification = environment.python.condaDependencies
        guard !specification.isEmpty else { throw Self.specificationMissing(environment) }
        name = try specification.environmentName
        wheels = try PrivateWheel.all(in: specification)
    }

    private static func specificationMissing(_ environment: Environment) -> ImageBuildError {
        ImageBuildError(
            .specificationMissing,
            "conda manages the Python of the environment '\(environment.name)', but there is no conda specification",
            at: SourceLocation(file: "python.condaDependencies"),
            hint: "set env.python.condaDependencies and register it again"
        )
    }
}
