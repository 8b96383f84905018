/// A folder with a random name and a locked file in it, which shows that its writer still runs.
///
/// The lock is on a regular file, because network file systems do not show locks on folders to other machines. It lasts
/// as long as this object.
package final class TemporaryDirectory: Sendable {
    package let name: String
    package let directory: Directory
    private let lock: SystemCalls.Handle

    init(name: String, directory: Directory, lock: consuming SystemCalls.Handle) {
        self.name = name
        self.directory = directory
        self.lock = lock
    }

    /// Writes the content of the locked file and saves it to disk.
    package func fillLockedFile(_ bytes: [UInt8]) throws(FileSystemError) {
        try lock.fill(bytes, durably: true)
    }
}
