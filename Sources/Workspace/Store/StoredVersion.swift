/// One version in the history of a name.
package struct StoredVersion: Sendable, Hashable {
    package let version: String
    /// A number that grows with each version of a name.
    package let sequence: Int
    package let contentHash: String
    /// In byte order.
    package let labels: [String]
    /// Whether the version is hidden, so that only its version or a label leads to it.
    package let isArchived: Bool

    package init(version: String, sequence: Int, contentHash: String, labels: [String], isArchived: Bool) {
        self.version = version
        self.sequence = sequence
        self.contentHash = contentHash
        self.labels = labels
        self.isArchived = isArchived
    }
}
