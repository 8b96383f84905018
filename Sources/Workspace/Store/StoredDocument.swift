package import AzureMLSupport

/// A stored version with its files.
package struct StoredDocument: Sendable, Hashable {
    package let name: String
    package let version: String
    /// A number that grows with each version of a name, so that the version stored last has the greatest.
    package let sequence: Int
    package let contentHash: String
    package let secretReferences: [String: String]
    /// Sorted by name.
    package let files: [DocumentFile]

    package subscript(file name: String) -> [UInt8]? {
        files.first { $0.name == name }?.bytes
    }
}

/// A document, or a name with all its versions, that could not be read.
package struct UnreadableDocument: Sendable {
    package let error: WorkspaceError
    package let finding: Diagnostic
}
