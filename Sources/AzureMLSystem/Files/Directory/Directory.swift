internal import AzureMLSupport

/// An open folder. Everything below it is reached by name from its descriptor, so that no link leads elsewhere.
package final class Directory: Sendable {
    let handle: SystemCalls.Handle

    /// The path that messages name.
    package var path: String { handle.path }

    private init(_ handle: consuming SystemCalls.Handle) {
        self.handle = handle
    }

    /// Opens a folder by the path that the user gave; links in it are the user's own and are followed.
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
                // Linux says ENOTDIR for a link too; the message should name it.
                throw try current.kind(component) == .link ? FileSystemError(.openFolder, error.path, .isLink) : error
            }
        }
        return current
    }

    /// Opens a folder of this one, made first if there is none.
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
        try announce(.createFolder, name)
        try SystemCalls.createFolder(name, in: handle)
        try synchronize()
    }

    /// Makes a folder by its absolute path, and every missing folder above it.
    ///
    /// A `..` in it is left to the system, for which it leads out of what a link leads to.
    package static func createAll(path: String) throws(FileSystemError) -> Directory {
        do {
            return try Directory(path: path)
        } catch let error where error.isMissing {
            let (parent, name) = LocalPath.split(path)
            guard parent != path else { throw error }
            let parentDirectory = try createAll(path: parent)
            // What was missing above `.` or `..` is there now.
            if LocalPath.isFileName(name) {
                do {
                    try parentDirectory.createDirectory(name)
                } catch let error where error.isTaken {
                    // Whoever made it may not have saved it yet.
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

    /// Refuses what could lead out of this folder, and shows the step to the observer.
    func announce(_ kind: FileOperation.Kind, _ name: String) throws(FileSystemError) {
        guard LocalPath.isFileName(name) else { throw FileSystemError(kind, "\(path)/\(name)", .isNoFileName) }
        try FileOperation.announce(kind, "\(path)/\(name)")
    }
}
