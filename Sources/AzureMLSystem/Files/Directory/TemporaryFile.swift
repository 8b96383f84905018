/// A file with a random name, whose lock shows that its writer still runs.
struct TemporaryFile: ~Copyable {
    private let name: String
    private let handle: SystemCalls.Handle

    init(name: String, handle: consuming SystemCalls.Handle) {
        self.name = name
        self.handle = handle
    }

    /// Calls a function with the name and the open file, and releases the lock afterwards.
    consuming func whileLocked<Result, Failure: Error>(
        _ work: (String, borrowing SystemCalls.Handle) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withExtendedLifetime(handle) { () throws(Failure) in try work(name, handle) }
    }

    /// Removes the name and returns the open file, which disappears when it is closed.
    consuming func removingName(from folder: Directory) throws(FileSystemError) -> SystemCalls.Handle {
        try folder.remove(name)
        return handle
    }
}
