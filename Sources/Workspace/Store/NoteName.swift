/// A small text beside the documents of a workspace that is replaced as a whole, such as the digests of images.
package struct NoteName: Sendable, Hashable {
    /// One component of a path.
    package let text: String
    /// Whether it says something of this machine, and is not to be committed.
    package let isLocal: Bool

    private init(_ text: String, isLocal: Bool) {
        self.text = text
        self.isLocal = isLocal
    }

    /// Digests that tags stood for when somebody asked: the lock of a workspace.
    package static let imageDigests = NoteName("image-digests.json", isLocal: false)

    /// What is known of the last build of an image, by the last part of its name.
    package static func build(of image: String) -> NoteName {
        NoteName("\(image).json", isLocal: true)
    }

    /// What everybody gets who gets the workspace.
    static let shared = [imageDigests]
}
