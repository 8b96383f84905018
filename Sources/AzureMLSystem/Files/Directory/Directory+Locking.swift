extension Directory {
    /// How long to wait before a lock is tried again.
    private static let pause = Duration.milliseconds(10)

    /// Does something while no other task does anything under the same lock, in this process or another.
    ///
    /// Cancelling the task ends the waiting. Where the file system has no locks, there is no waiting.
    ///
    /// - Parameters:
    ///   - name: The name of the locked file in this folder; made when there is none, and left there.
    ///   - work: What is done; it may not wait for anything.
    /// - Returns: What `work` returned.
    /// - Throws: ``FileSystemError`` when the file cannot be made; `CancellationError`; what `work` throws.
    package func withLock<Result>(_ name: String, _ work: () throws -> Result) async throws -> Result {
        while true {
            try Task.checkCancellation()
            let file = try openOrCreateLock(name)
            if try tryLock(file) != .heldByAnother { return try withExtendedLifetime(file) { try work() } }
            try await Task.sleep(for: Self.pause)
        }
    }

    /// Whether the lock of a file is held by one holder alone; it is not where the file system has no locks.
    package func isLocked(_ name: String) throws(FileSystemError) -> Bool {
        let file = try SystemCalls.openForLocking(name, in: handle)
        try FileOperation.announce(.lock, file.path)
        // Two that look at once must not take each other for a holder.
        return SystemCalls.tryLock(file, sharing: true) == .heldByAnother
    }

    private func openOrCreateLock(_ name: String) throws(FileSystemError) -> SystemCalls.Handle {
        do {
            return try createFile(name)
        } catch let error where error.isTaken {
            return try SystemCalls.openForLocking(name, in: handle)
        }
    }
}
