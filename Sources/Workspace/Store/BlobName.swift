internal import AzureMLSupport

/// The name of a blob, which includes the hash of its content.
package struct BlobName: Sendable, Hashable {
    /// The maximum size of a blob in bytes.
    package static let maximumSize = 2 << 30

    package let collection: BlobCollection
    /// 64 lower-case hexadecimal digits.
    package let sha256: String
    /// One path component, which does not begin with a dot.
    package let fileName: String

    package init(collection: BlobCollection, sha256: String, fileName: String) {
        self.collection = collection
        self.sha256 = sha256
        self.fileName = fileName
    }

    /// Whether a text is 64 lower-case hexadecimal digits.
    package static func isSHA256(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy(\.isLowercaseHexDigit)
    }

    /// The name as one text, which is also the blob's path in a workspace folder.
    package var path: String { "\(collection.name)/\(sha256)/\(fileName)" }
}
