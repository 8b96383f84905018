internal import AzureMLSupport
internal import DockerSyntax

/// An image that an engine has.
struct EngineImage: Sendable, Hashable {
    /// The digest of its configuration, which is its id in the engine: `sha256:` and 64 digits.
    var id: String
    /// The digest of its manifest, if the engine makes one.
    var digest: ImageDigest?
    /// Its names in registries, each with the digest that the registry knows.
    var repositoryDigests: [ImageReference] = []
    var labels: [String: String] = [:]
    /// The operating system and processor that it is made for; `nil` when the engine does not report them.
    var platform: ImagePlatform?

    /// Returns the digest under which a registry provides this image.
    func digest(in image: ImageReference) -> ImageDigest? { digests(in: image).first }

    /// Returns the digests under which a registry can provide this image, without duplicates, its own digest first.
    func digests(in image: ImageReference) -> [ImageDigest] {
        let known = knownDigests(in: image)
        var digests: [ImageDigest] = []
        for digest in known.filter({ $0 == self.digest }) + known where !digests.contains(digest) {
            digests.append(digest)
        }
        return digests
    }

    /// Returns the digest of the list of images that this one was chosen from, if the engine knows it.
    func listDigest(in image: ImageReference) -> ImageDigest? {
        knownDigests(in: image).first { $0 != digest }
    }

    private func knownDigests(in image: ImageReference) -> [ImageDigest] {
        repositoryDigests.filter { $0.isSameRepository(as: image) }.compactMap(\.digest)
    }
}

extension ImageReference {
    /// Returns the references in a list, without other texts.
    static func all(in json: JSONValue) -> [ImageReference] {
        (json.array ?? []).compactMap { element in element.string.flatMap { try? ImageReference(parsing: $0) } }
    }
}
