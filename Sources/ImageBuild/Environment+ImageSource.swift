internal import AzureMLSupport
internal import CondaDependencies
internal import Environment

extension Environment {
    /// Refuses what the recipe for a conda environment on a base image does not cover, rather than guessing.
    func requireCondaOnBaseImage() throws(ImageBuildError) {
        if let (kind, place) = unsupportedKind {
            throw ImageBuildError(
                .kindNotSupported,
                "the environment '\(name)' \(kind); images of that kind cannot be described yet",
                at: SourceLocation(file: place),
                hint: "give it a base image and a conda specification, and register it again"
            )
        }
        guard !python.condaDependencies.isEmpty else {
            throw ImageBuildError(
                .specificationMissing,
                "the Python of the environment '\(name)' is managed by conda, but there is no conda specification",
                at: SourceLocation(file: "python.condaDependencies"),
                hint: "set env.python.condaDependencies and register it again"
            )
        }
    }

    private var unsupportedKind: (kind: String, place: String)? {
        if docker.buildContext != nil { return ("is built from a build context", "docker.buildContext") }
        if docker.baseDockerfile != nil { return ("has its own Dockerfile", "docker.baseDockerfile") }
        if python.userManagedDependencies {
            return ("has a Python that its user manages", "python.userManagedDependencies")
        }
        if r != nil { return ("has a section for R", "r") }
        if !spark.packages.isEmpty { return ("has Spark packages", "spark.packages") }
        if !spark.repositories.isEmpty { return ("has repositories of Spark packages", "spark.repositories") }
        if docker.platform.os.lowercased() != "linux" {
            return ("runs on '\(docker.platform.os)'", "docker.platform.os")
        }
        return nil
    }
}
