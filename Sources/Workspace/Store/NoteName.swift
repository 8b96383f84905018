/// The name of a note: a small text beside the documents of a workspace that is replaced as a whole, such as the
/// digests of images.
package struct NoteName: Sendable, Hashable {
    /// One component of a path.
    package let text: String
    /// Whether the note concerns this machine only, and must not be committed.
    package let isLocal: Bool

    /// The maximum size of the note in bytes. A shared one is read again for each image.
    var limit: Int { isLocal ? Self.localLimit : 1 << 20 }

    static let localLimit = 16 << 20

    private init(_ text: String, isLocal: Bool) {
        self.text = text
        self.isLocal = isLocal
    }

    /// The lockfile of a workspace: the digests that image tags had when they were resolved.
    package static let imageDigests = NoteName("image-digests.json", isLocal: false)

    /// Returns the name of the note about the last build of an image, given the last part of the image's name.
    package static func build(of image: String) -> NoteName {
        NoteName("\(image).json", isLocal: true)
    }

    /// The member of a note about a build that names the build's log.
    package static let logMember = "log"

    /// The notes that are part of the workspace, and so are committed and exported with it.
    static let shared = [imageDigests]
}
