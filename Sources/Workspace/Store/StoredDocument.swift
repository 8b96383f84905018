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
