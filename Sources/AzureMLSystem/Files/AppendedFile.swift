/// A file that can be read while it grows, such as a log. It is locked while this object exists.
package final class AppendedFile: Sendable {
    private let file: SystemCalls.Handle

    fileprivate init(_ file: consuming SystemCalls.Handle) {
        self.file = file
    }

    /// Appends bytes without syncing them to disk.
    package func append(_ bytes: [UInt8]) throws(FileSystemError) {
        try file.fill(bytes, durably: false)
    }
}

extension Directory {
    /// Makes a new file to append to, which only its owner may read.
    package func makeAppendedFile(_ name: String) throws(FileSystemError) -> AppendedFile {
        while true {
            let file = try createFile(name, mode: 0o600)
            // A cleanup can remove the file before it is locked.
            if try tryLock(file) != .heldByAnother, try isStill(file, name) { return AppendedFile(file) }
        }
    }

    /// Removes a file to append to, unless its writer still has it open, or the file system has no locks.
    package func removeAppendedFile(_ name: String) throws(FileSystemError) {
        try whileLocking([name]) { () throws(FileSystemError) in try remove(name) }
    }
}
