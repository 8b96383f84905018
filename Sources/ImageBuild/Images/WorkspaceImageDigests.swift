internal import DockerSyntax
internal import Workspace

/// The digests in a workspace's lockfile, and those in public build logs.
struct WorkspaceImageDigests: BaseImageDigests {
    let store: any WorkspaceStore

    func digest(of image: ImageReference) async throws -> ImageDigest? {
        let lock = try ImageDigestLock(stored: await store.note(.imageDigests), in: store)
        if let digest = lock[image] { return digest }
        return try await KnownBaseImages().digest(of: image)
    }
}
