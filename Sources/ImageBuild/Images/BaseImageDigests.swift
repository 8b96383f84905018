internal import DockerSyntax

/// A source of digests of base images, so that `FROM` always names the same image.
protocol BaseImageDigests: Sendable {
    /// Returns the digest of the image that a reference without a digest names; `nil` when it is not known.
    func digest(of image: ImageReference) async throws -> ImageDigest?
}
