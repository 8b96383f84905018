internal import AzureMLSupport
internal import DockerSyntax

/// An image that an engine keeps.
struct EngineImage: Sendable, Hashable {
    /// The digest of its configuration, which is its name in the engine: `sha256:` and 64 digits.
    var id: String
    /// The digest of its manifest, where the engine makes one.
    var digest: ImageDigest?
    /// Its names in registries, each with the digest that the registry knows.
    var repositoryDigests: [ImageReference] = []
    var labels: [String: String] = [:]
    /// Operating system and processor that it is made for; `nil` when it does not say so.
    var platform: ImagePlatform?

    /// The digest under which a registry gives this image.
    func digest(in image: ImageReference) -> ImageDigest? { digests(in: image).first }

    /// The digests under which registries can give this image, its own first, each once.
    func digests(in image: ImageReference) -> [ImageDigest] {
        let known = knownDigests(in: image)
        var digests: [ImageDigest] = []
        for digest in known.filter({ $0 == self.digest }) + known where !digests.contains(digest) {
            digests.append(digest)
        }
        return digests
    }

    /// The digest of the list of images that this one was chosen from, where the engine knows it.
    func listDigest(in image: ImageReference) -> ImageDigest? {
        knownDigests(in: image).first { $0 != digest }
    }

    private func knownDigests(in image: ImageReference) -> [ImageDigest] {
        repositoryDigests.filter { $0.isSameRepository(as: image) }.compactMap(\.digest)
    }
}

extension ImageReference {
    /// The references in a list; other texts are left out.
    static func all(in json: JSONValue) -> [ImageReference] {
        (json.array ?? []).compactMap { element in element.string.flatMap { try? ImageReference(parsing: $0) } }
    }
}
