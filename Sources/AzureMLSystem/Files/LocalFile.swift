internal import AzureMLSupport

/// Access to the user's files by path. Links in the path are the user's own and are followed.
package enum LocalFile {
    /// Returns the content of a regular file; a folder, a FIFO or a device is an error.
    package static func read(path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
        try FileOperation.announce(.read, path)
        return try SystemCalls.readRegularFile(SystemCalls.openForReading(path: path), limit: limit).content
    }

    /// Opens a regular file for reading; a folder, a FIFO or a device is an error.
    package static func open(path: String) throws(FileSystemError) -> OpenFile {
        try FileOperation.announce(.read, path)
        return try OpenFile(SystemCalls.openForReading(path: path))
    }

    /// Returns the kind of the entry at a path, links followed; `nil` when there is none.
    package static func kind(path: String) throws(FileSystemError) -> FileKind? {
        try FileOperation.announce(.inspect, path)
        do {
            return try SystemCalls.status(path: path).kind
        } catch let error where error.isMissing || error.isNotFolder {
            return nil
        }
    }

    /// Returns the state of a file or folder, by which a change can be found, links followed; `nil` when nothing is at
    /// the path.
    package static func state(path: String) throws(FileSystemError) -> FileState? {
        try FileOperation.announce(.inspect, path)
        do {
            return FileState(try SystemCalls.status(path: path))
        } catch let error where error.isMissing || error.isNotFolder {
            return nil
        }
    }

    /// Makes or replaces a file in one step. If the path is a link, the file that it leads to is replaced.
    package static func replace(path: String, with bytes: [UInt8]) throws(FileSystemError) {
        let (folder, name) = try replaceable(path: path)
        try folder.replaceFile(name, with: bytes)
    }

    /// Returns the folder and name of a file to make or replace. If the path is a link, they are those of the file that
    /// it leads to.
    package static func replaceable(path: String) throws(FileSystemError) -> (folder: Directory, name: String) {
        let target = try kind(path: path) == nil ? path : SystemCalls.resolved(path)
        // A user who names a device or a FIFO means to write to it, so it is never replaced by a file.
        switch try kind(path: target) {
        case .regularFile, nil: break
        case .folder, .link, .other: throw FileSystemError(.write, path, .isNotRegularFile)
        }
        let (folder, name) = LocalPath.split(target)
        return (try Directory(path: folder), name)
    }

    /// Returns the path without links, `.` and `..`; it has to exist.
    package static func resolved(_ path: String) throws(FileSystemError) -> String {
        try FileOperation.announce(.inspect, path)
        return try SystemCalls.resolved(path)
    }
}
