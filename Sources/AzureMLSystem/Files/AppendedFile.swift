/// A file that can be read while it grows, such as a log. It is locked while this object exists.
package final class AppendedFile: Sendable {
    package let name: String
    private let file: SystemCalls.Handle

    fileprivate init(_ name: String, _ file: consuming SystemCalls.Handle) {
        self.name = name
        self.file = file
    }

    /// Appends bytes without syncing them to disk.
    package func append(_ bytes: [UInt8]) throws(FileSystemError) {
        try file.fill(bytes, durably: false)
    }
}

extension Directory {
    /// Makes a new file to append to, which only its owner may read. Its name is random digits and the suffix.
    package func makeAppendedFile(suffix: String) throws(FileSystemError) -> AppendedFile {
        while true {
            let name = Self.randomName() + suffix
            let file = try createFile(name, mode: 0o600)
            // A cleanup can remove the file before it is locked.
            if try tryLock(file) != .heldByAnother, try isStill(file, name) { return AppendedFile(name, file) }
            // A process that looks whether the file is locked holds a lock too.
            try? remove(name)
        }
    }

    /// Removes a file to append to, unless its writer still has it open, or the file system has no locks.
    package func removeAppendedFile(_ name: String) throws(FileSystemError) {
        try whileLocking([name]) { () throws(FileSystemError) in try remove(name) }
    }
}
