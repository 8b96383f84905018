/// A regular file below a folder, found by a path that a user wrote.
package struct FollowedFile {
    /// The folder that contains the file.
    package let folder: Directory
    package let name: String
    /// Its path below the folder, without links, `.` and `..`.
    package let path: String

    /// The maximum number of links to follow, the same as on Linux.
    private static let maximumLinks = 40

    /// Follows a path and its links as the system does; `nil` when it leads out of the folder or not to a regular file.
    package init?(_ path: String, below root: Directory) throws(FileSystemError) {
        guard !LocalPath.isAbsolute(path) else { return nil }
        var links = 0
        var folders: [(name: String, folder: Directory)] = []
        var rest = Self.names(path)
        while let name = rest.popLast() {
            if name == ".." {
                guard folders.popLast() != nil else { return nil }
                continue
            }
            guard LocalPath.isFileName(name) else { return nil }
            let folder = folders.last?.folder ?? root
            switch try folder.kind(name) {
            case .folder: folders.append((name, try folder.directory(name)))
            case .link:
                links += 1
                guard links <= Self.maximumLinks, let target = try folder.linkTarget(name),
                    !LocalPath.isAbsolute(target)
                else {
                    return nil
                }
                rest += Self.names(target)
            case .regularFile:
                guard rest.isEmpty else { return nil }
                self.folder = folder
                self.name = name
                self.path = (folders.map(\.name) + [name]).joined(separator: "/")
                return
            case .other, nil: return nil
            }
        }
        return nil
    }

    /// The names in a path except `.`, in reverse order.
    private static func names(_ path: String) -> [String] {
        LocalPath.names(in: path).filter { $0 != "." }.reversed()
    }
}
