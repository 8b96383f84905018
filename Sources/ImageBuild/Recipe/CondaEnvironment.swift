internal import AzureMLSupport
internal import CondaDependencies
internal import Environment

/// The conda environment that is made in an image.
struct CondaEnvironment: Sendable {
    /// The name that Azure gives the specification.
    let name: String
    /// The private wheels that the specification names.
    let wheels: [PrivateWheel]

    /// Its folder in the image.
    var folder: String { "\(ImageRecipe.environmentsFolder)/\(name)" }

    /// `nil` when the user manages Python.
    ///
    /// - Throws: ``ImageBuildError`` when conda manages Python without a specification, or the specification refers to a
    ///   private wheel in a way that cannot be read.
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
            "the Python of the environment '\(environment.name)' is managed by conda, but there is no conda specification",
            at: SourceLocation(file: "python.condaDependencies"),
            hint: "set env.python.condaDependencies and register it again"
        )
    }
}
