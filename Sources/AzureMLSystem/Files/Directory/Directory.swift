internal import AzureMLSupport

/// An open folder. Everything below it is opened relative to its file descriptor, so that no link can lead out of it.
package final class Directory: Sendable {
    let handle: SystemCalls.Handle

    /// The path for messages.
    package var path: String { handle.path }

    private init(_ handle: consuming SystemCalls.Handle) {
        self.handle = handle
    }

    /// Opens a folder by a path from the user. Links in the path are the user's own and are followed.
    package convenience init(path: String) throws(FileSystemError) {
        try FileOperation.announce(.openFolder, path)
        self.init(try SystemCalls.openFolder(path: path))
    }

    /// Opens a folder below this one, one component at a time.
    package func directory(_ components: String...) throws(FileSystemError) -> Directory {
        try directory(components)
    }

    package func directory(_ components: [String]) throws(FileSystemError) -> Directory {
        var current = self
        for component in components {
            try current.announce(.openFolder, component)
            do {
                current = Directory(try SystemCalls.openFolder(component, in: current.handle))
            } catch let error where error.isNotFolder {
                // Linux reports ENOTDIR for a link too, but the message should say that it is a link.
                throw try current.kind(component) == .link ? FileSystemError(.openFolder, error.path, .isLink) : error
            }
        }
        return current
    }

    /// Opens a folder in this one, and makes it first if it does not exist.
    package func openOrCreateDirectory(_ name: String) throws(FileSystemError) -> Directory {
        do {
            return try directory(name)
        } catch let error where error.isMissing {
            do {
                try createDirectory(name)
            } catch let error where error.isTaken {}
            return try directory(name)
        }
    }

    /// Makes a folder and saves its entry to disk.
    package func createDirectory(_ name: String) throws(FileSystemError) {
        try makeFolder(name)
        try synchronize()
    }

    /// Makes a folder without saving its entry to disk.
    func makeFolder(_ name: String) throws(FileSystemError) {
        do {
            try announce(.createFolder, name)
            try SystemCalls.createFolder(name, in: handle)
        } catch {
            throw takenError(error, name)
        }
    }

    /// Opens a folder by its absolute path, and makes it and every missing folder above it first.
    ///
    /// A `..` in the path is left to the system, which resolves it after following links.
    package static func createAll(path: String) throws(FileSystemError) -> Directory {
        do {
            return try Directory(path: path)
        } catch let error where error.isMissing {
            let (parent, name) = LocalPath.split(path)
            guard parent != path else { throw error }
            let parentDirectory = try createAll(path: parent)
            // Before `.` or `..`, only the parent was missing.
            if LocalPath.isFileName(name) {
                do {
                    try parentDirectory.createDirectory(name)
                } catch let error where error.isTaken {
                    // The process that made it may not have synced it to disk yet.
                    try parentDirectory.synchronize()
                }
            }
            return try Directory(path: path)
        }
    }

    /// Saves the entries of this folder to disk: names that were added, renamed or removed.
    package func synchronize() throws(FileSystemError) {
        try FileOperation.announce(.synchronize, path)
        try SystemCalls.synchronize(handle)
    }

    /// Throws for a name that could lead out of this folder, and reports the operation to the observer.
    func announce(_ kind: FileOperation.Kind, _ name: String) throws(FileSystemError) {
        guard LocalPath.isFileName(name) else { throw FileSystemError(kind, "\(path)/\(name)", .isInvalidFileName) }
        try FileOperation.announce(kind, "\(path)/\(name)")
    }
}
