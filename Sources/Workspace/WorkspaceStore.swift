package import AzureMLSupport

/// A kind of documents in a workspace, such as its environments.
package struct DocumentCollection: Sendable, Hashable {
    /// The collection's name, lower case; the file store uses it as the name of a folder.
    package let name: String

    package init(name: String) {
        self.name = name
    }

    package static let environments = DocumentCollection(name: "environments")

    /// What `verify` looks through.
    static let all = [environments]
}

/// One file of a document.
package struct DocumentFile: Sendable, Hashable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// A document that is to be stored as a version.
package struct DocumentDraft: Sendable {
    package let name: String
    /// The version; `nil` for the next number.
    package let version: String?
    /// Equal hashes and equal secret references mean equal content.
    package let contentHash: String
    /// Where a secret's value is read, by its place in the document.
    package let secretReferences: [String: String]
    /// Makes the files once the version is known, because a file may name it; called again when the number was taken.
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
}

/// A version as it is stored.
package struct StoredDocument: Sendable, Hashable {
    package let name: String
    package let version: String
    /// Grows with each version of a name; the latest version has the greatest.
    package let sequence: Int
    package let contentHash: String
    package let secretReferences: [String: String]
    /// Sorted by name.
    package let files: [DocumentFile]

    package subscript(file name: String) -> [UInt8]? {
        files.first { $0.name == name }?.bytes
    }
}

/// Where a workspace keeps its documents: named, versioned, never changed once stored.
package protocol WorkspaceStore: Sendable {
    /// Stores a version.
    ///
    /// Without a version, content equal to the latest is that version, other content the highest number + 1. An
    /// explicit version that exists with equal content is that version; with other content it is a conflict.
    func add(_ draft: DocumentDraft, to collection: DocumentCollection) async throws -> StoredDocument

    /// A version; `nil` for the version means the one that was stored last. `nil` when there is none.
    func document(
        named name: String,
        version: String?,
        in collection: DocumentCollection
    ) async throws -> StoredDocument?

    /// The names with at least one readable version, in byte order.
    func names(in collection: DocumentCollection) async throws -> [String]

    /// The readable versions of a name, the one stored last at the end.
    func versions(of name: String, in collection: DocumentCollection) async throws -> [String]

    /// What is damaged, ambiguous or foreign.
    func verify() async throws -> [Diagnostic]

    /// Keeps bytes under the name that their content gives them; kept already is well.
    func addBlob(_ bytes: [UInt8], as name: BlobName) async throws

    /// The bytes of that name, which are what its hash says; `nil` when they are not kept.
    func blob(_ name: BlobName, limit: Int) async throws -> [UInt8]?

    /// Everything of that file name, in the order of the hashes.
    func blobs(named fileName: String, in collection: BlobCollection) async throws -> [BlobName]

    /// What the workspace says of itself.
    func record() async throws -> WorkspaceRecord

    /// Removes the workspace with everything stored in it.
    func delete() async throws
}
