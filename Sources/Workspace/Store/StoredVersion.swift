/// What the history of a name says of one version.
package struct StoredVersion: Sendable, Hashable {
    package let version: String
    /// Grows with each version of a name.
    package let sequence: Int
    package let contentHash: String
    /// In byte order.
    package let labels: [String]
    /// Whether it is hidden from whoever does not ask for it by its version or a label.
    package let isArchived: Bool

    package init(version: String, sequence: Int, contentHash: String, labels: [String], isArchived: Bool) {
        self.version = version
        self.sequence = sequence
        self.contentHash = contentHash
        self.labels = labels
        self.isArchived = isArchived
    }
}
