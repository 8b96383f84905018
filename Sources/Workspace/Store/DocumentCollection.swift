/// A kind of document in a workspace, such as its environments.
package struct DocumentCollection: Sendable, Hashable {
    /// The collection's name, lower case; the file store uses it as the name of a folder.
    package let name: String

    package init(name: String) {
        self.name = name
    }

    package static let environments = DocumentCollection(name: "environments")

    /// All collections of documents, for `verify`.
    static let all = [environments]
}
