internal import AzureMLSupport
internal import DockerSyntax
internal import Workspace

/// The digests that tags pointed to when they were resolved, as a sorted JSON object that git can merge line by line.
struct ImageDigestLock: Sendable, Hashable {
    private var digests: [String: ImageDigest] = [:]

    /// Reads the text of a lockfile; a missing one counts as empty.
    init(parsing bytes: [UInt8]?) throws(ImageBuildError) {
        guard let bytes else { return }
        guard let members = (try? JSONValue(parsing: bytes))?.object else {
            throw Self.damaged("it is not a JSON object")
        }
        for (name, value) in members {
            guard let image = try? ImageReference(parsing: name), image.digest == nil,
                let digest = value.string.flatMap({ try? ImageDigest(parsing: $0) })
            else { throw Self.damaged("the entry '\(name)' does not give the digest of an image") }
            digests[image.description] = digest
        }
    }

    subscript(image: ImageReference) -> ImageDigest? {
        get { digests[image.description] }
        set { digests[image.description] = newValue }
    }

    var bytes: [UInt8] {
        let sorted = digests.sorted { $0.key.exact < $1.key.exact }
        let members = JSONObject(sorted.map { ($0.key, JSONValue($0.value.text)) })
        return JSONValue(members).fileBytes
    }

    private static func damaged(_ reason: String) -> ImageBuildError {
        ImageBuildError(
            .lockDamaged,
            "the image digests of the workspace cannot be read: \(reason)",
            at: SourceLocation(file: NoteName.imageDigests.text),
            hint: "restore the file from version control, or remove it and resolve the images again"
        )
    }
}
