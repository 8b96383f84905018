/// A file under a random name, locked, which says that its writer is alive.
struct TemporaryFile: ~Copyable {
    private let name: String
    private let handle: SystemCalls.Handle

    init(name: String, handle: consuming SystemCalls.Handle) {
        self.name = name
        self.handle = handle
    }

    /// Gives its name and the open file to a function, and ends the lock when that is done.
    consuming func whileLocked<Result, Failure: Error>(
        _ work: (String, borrowing SystemCalls.Handle) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withExtendedLifetime(handle) { () throws(Failure) in try work(name, handle) }
    }

    /// Takes the name away; the file is gone when it is closed.
    consuming func removingName(from folder: Directory) throws(FileSystemError) -> SystemCalls.Handle {
        try folder.remove(name)
        return handle
    }
}
