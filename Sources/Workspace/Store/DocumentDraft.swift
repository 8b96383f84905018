/// A document to be stored as a version.
package struct DocumentDraft: Sendable {
    package let name: String
    /// The version; `nil` for the next number.
    package let version: String?
    /// Equal hashes and equal secret references mean equal content.
    package let contentHash: String
    /// Where each secret's value is read from, keyed by the secret's place in the document.
    package let secretReferences: [String: String]
    /// Makes the files once the version is known, because a file may contain it; called again when another writer took
    /// the number.
    package let files: @Sendable (_ version: String) throws -> [DocumentFile]

    package init(
        name: String,
        version: String?,
        contentHash: String,
        secretReferences: [String: String],
        files: @escaping @Sendable (_ version: String) throws -> [DocumentFile]
    ) {
        self.name = name
        self.version = version
        self.contentHash = contentHash
        self.secretReferences = secretReferences
        self.files = files
    }

    /// Whether a version with these properties has the content of the draft.
    func hasContent(hash: String, secretReferences: [String: String]) -> Bool {
        hash == contentHash && secretReferences == self.secretReferences
    }
}
