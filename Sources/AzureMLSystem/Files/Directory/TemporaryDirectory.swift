/// A folder under a random name with a locked file in it, which says that its writer is alive.
///
/// The lock is that of a regular file, because network file systems tell others of no locks on folders. It lasts as long
/// as this object.
package final class TemporaryDirectory: Sendable {
    package let name: String
    package let directory: Directory
    private let lock: SystemCalls.Handle

    init(name: String, directory: Directory, lock: consuming SystemCalls.Handle) {
        self.name = name
        self.directory = directory
        self.lock = lock
    }

    /// Gives the locked file its content and saves it to disk.
    package func fillLockedFile(_ bytes: [UInt8]) throws(FileSystemError) {
        try lock.fill(bytes, durably: true)
    }
}
