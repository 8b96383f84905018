/// A kind of binary file that documents in a workspace refer to, such as wheels.
package struct BlobCollection: Sendable, Hashable {
    /// The collection's name, lower case; the file store uses it as the name of a folder.
    package let name: String

    package init(name: String) {
        self.name = name
    }

    package static let wheels = BlobCollection(name: "wheels")

    /// All collections of blobs, for `delete` and `verify`.
    static let all = [wheels]
}
