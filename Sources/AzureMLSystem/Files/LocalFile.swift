internal import AzureMLSupport

/// Files of the user's, named by a path; links in it are the user's own and are followed.
package enum LocalFile {
    /// The content of a regular file; a folder, a FIFO or a device is an error.
    package static func read(path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
        try FileOperation.announce(.read, path)
        return try SystemCalls.readRegularFile(SystemCalls.openForReading(path: path), limit: limit).content
    }

    /// Opens a regular file for reading; a folder, a FIFO or a device is an error.
    package static func open(path: String) throws(FileSystemError) -> OpenFile {
        try FileOperation.announce(.read, path)
        return try OpenFile(SystemCalls.openForReading(path: path))
    }

    /// What a path is, links followed; `nil` when there is nothing.
    package static func kind(path: String) throws(FileSystemError) -> FileKind? {
        try FileOperation.announce(.inspect, path)
        do {
            return try SystemCalls.status(path: path).kind
        } catch let error where error.isMissing || error.isNotFolder {
            return nil
        }
    }

    /// Puts a file in place in one step; where the path is a link, the file it leads to is replaced.
    package static func replace(path: String, with bytes: [UInt8]) throws(FileSystemError) {
        let (folder, name) = try replaceable(path: path)
        try folder.replaceFile(name, with: bytes)
    }

    /// Folder and name of a file that may be replaced, or made; where the path is a link, of the file it leads to.
    package static func replaceable(path: String) throws(FileSystemError) -> (folder: Directory, name: String) {
        let target = try kind(path: path) == nil ? path : SystemCalls.resolved(path)
        // A device or a FIFO is written to by whoever names it, and never replaced by a file.
        switch try kind(path: target) {
        case .regularFile, nil: break
        case .folder, .link, .other: throw FileSystemError(.write, path, .isNotRegularFile)
        }
        let (folder, name) = LocalPath.split(target)
        return (try Directory(path: folder), name)
    }

    /// The path without links, `.` and `..`; it has to exist.
    package static func resolved(_ path: String) throws(FileSystemError) -> String {
        try FileOperation.announce(.inspect, path)
        return try SystemCalls.resolved(path)
    }
}
