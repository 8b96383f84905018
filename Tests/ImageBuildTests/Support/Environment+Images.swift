import Environment

@testable import ImageBuild

extension Environment {
    /// The details of the image as if the environment were registered.
    func imageDetails(digests: some BaseImageDigests) async throws -> DockerImageDetails {
        try await ImageDefinition(of: self, digests: digests).details
    }

    /// The build context of the image as if the environment were registered.
    func buildContext(digests: some BaseImageDigests, wheels: some PrivateWheels) async throws -> BuildContext {
        try await ImageDefinition(of: self, digests: digests).buildContext(wheels: wheels)
    }

    /// The plan of a build as if the environment were registered.
    func buildPlan(digests: some BaseImageDigests, wheels: some PrivateWheels) async throws -> ImageBuildPlan {
        try await ImageBuildPlan(ImageDefinition(of: self, digests: digests), secretsOf: self, wheels: wheels)
    }
}
