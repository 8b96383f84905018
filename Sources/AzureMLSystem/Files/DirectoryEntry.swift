/// One of the names in a folder.
package struct DirectoryEntry: Sendable, Hashable {
    /// Shows U+FFFD for what is no UTF-8, and then leads to nothing.
    package let name: String
    /// The name, closed by a zero byte, when it is no UTF-8.
    let unreadableName: [CChar]?
    /// What it is, links not followed; `nil` when the file system does not say it here.
    package let kind: FileKind?

    package var hasReadableName: Bool { unreadableName == nil }
}
