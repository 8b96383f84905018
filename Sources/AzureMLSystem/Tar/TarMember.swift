/// The values in the header of a file, folder or link in a tar file.
package struct TarMember: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A file and its size in bytes.
        case file(size: Int)
        case folder
        /// A symbolic link and its target.
        case link(String)
    }

    /// The path, with slashes between its components and at neither end.
    package let path: String
    package let kind: Kind
    /// The permissions, such as `0o644`.
    package let mode: UInt16
    /// Seconds since 1970.
    package let modificationTime: Int

    package init(path: String, kind: Kind, mode: UInt16, modificationTime: Int) {
        self.path = path
        self.kind = kind
        self.mode = mode
        self.modificationTime = modificationTime
    }
}
