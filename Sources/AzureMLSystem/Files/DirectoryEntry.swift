/// An entry of a folder.
package struct DirectoryEntry: Sendable, Hashable {
    /// The name. If it is not UTF-8, it contains U+FFFD and cannot be used to open the entry.
    package let name: String
    /// The zero-terminated name when it is not UTF-8; otherwise `nil`.
    let unreadableName: [CChar]?
    /// The kind of the entry, links not followed; `nil` when the file system does not report it in a listing.
    package let kind: FileKind?

    package var hasReadableName: Bool { unreadableName == nil }

    /// Orders entries by the bytes of their names.
    package static func isBefore(_ left: Self, _ right: Self) -> Bool { SystemCalls.precedes(left.name, right.name) }
}
