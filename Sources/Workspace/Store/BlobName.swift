internal import AzureMLSupport

/// A name for bytes that their content gives.
package struct BlobName: Sendable, Hashable {
    /// How many bytes may be kept under one name.
    package static let greatestSize = 2 << 30

    package let collection: BlobCollection
    /// 64 lower-case hexadecimal digits.
    package let sha256: String
    /// One component of a path, without a dot in front.
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

    /// The name in one text, which is also the path in a workspace that is a folder.
    package var path: String { "\(collection.name)/\(sha256)/\(fileName)" }
}
