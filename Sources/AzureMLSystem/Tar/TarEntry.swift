/// One file, folder or link of a tar file, with its content.
package struct TarEntry: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case file([UInt8])
        case folder
        /// A symbolic link and its target.
        case link(String)
    }

    /// The values in its header.
    package let member: TarMember
    /// The bytes of a file; empty for a folder and a link.
    package let bytes: [UInt8]

    package var path: String { member.path }

    package init(path: String, content: Content, mode: UInt16, modificationTime: Int) {
        let kind: TarMember.Kind
        switch content {
        case .file(let content): (kind, bytes) = (.file(size: content.count), content)
        case .folder: (kind, bytes) = (.folder, [])
        case .link(let target): (kind, bytes) = (.link(target), [])
        }
        member = TarMember(path: path, kind: kind, mode: mode, modificationTime: modificationTime)
    }
}
