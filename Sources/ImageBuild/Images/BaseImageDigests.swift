internal import DockerSyntax

/// Where the digest of a base image is looked up, so that `FROM` names one image for good.
protocol BaseImageDigests: Sendable {
    /// The digest that a reference without one stands for; `nil` when it is not known.
    func digest(of image: ImageReference) async throws -> ImageDigest?
}
