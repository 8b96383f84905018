extension Directory {
    /// The time to wait between two attempts to gain a lock.
    private static let pause = Duration.milliseconds(10)

    /// Runs `work` under a lock that excludes every other task, in this process and in others.
    ///
    /// Cancelling the task ends the wait for the lock. On a file system without locks, `work` runs at once.
    ///
    /// - Parameters:
    ///   - name: The name of the lock file in this folder. It is made if it is missing, and never removed.
    ///   - work: The function to run; it must not wait for anything.
    /// - Returns: The result of `work`.
    /// - Throws: ``FileSystemError`` when the file cannot be made; `CancellationError`; any error that `work` throws.
    package func withLock<Result>(_ name: String, _ work: () throws -> Result) async throws -> Result {
        while true {
            try Task.checkCancellation()
            let file = try openOrCreateLock(name)
            if try tryLock(file) != .heldByAnother { return try withExtendedLifetime(file) { try work() } }
            try await Task.sleep(for: Self.pause)
        }
    }

    /// Runs `work` under a lock of this folder itself, which leaves no file in it.
    ///
    /// It waits for other holders without a task, so that synchronous calls can use it. Holders must not wait for each
    /// other. On a file system without locks, `work` runs at once.
    ///
    /// - Parameters:
    ///   - isShared: Whether others may share the lock; a shared lock needs no permission to write.
    ///   - limit: The longest time to wait for another holder.
    ///   - work: The function to run.
    /// - Returns: The result of `work`.
    /// - Throws: ``FileSystemError`` when another holder keeps the lock too long; any error that `work` throws.
    package func whileLocked<Result>(
        sharing isShared: Bool,
        waitingAtMost limit: Duration = .seconds(60),
        _ work: () throws -> Result
    ) throws -> Result {
        let end = ContinuousClock.now + limit
        while true {
            try FileOperation.announce(.lock, path)
            if SystemCalls.tryLock(handle, sharing: isShared) != .heldByAnother { break }
            guard ContinuousClock.now < end else {
                throw FileSystemError(.lock, path, .isLocked(seconds: Int(limit.components.seconds)))
            }
            SystemCalls.wait(Self.pause)
        }
        // The handle can outlive the lock.
        defer { SystemCalls.unlock(handle) }
        return try work()
    }

    /// Whether this folder is still the one at a path; links in the path are followed.
    package func isStill(at path: String) throws(FileSystemError) -> Bool {
        do {
            let now = try SystemCalls.status(path: path)
            return try SystemCalls.status(handle).identity == now.identity
        } catch let error where error.isMissing {
            return false
        }
    }

    /// Whether a file is locked exclusively; false on a file system without locks.
    package func isLocked(_ name: String) throws(FileSystemError) -> Bool {
        let file = try SystemCalls.openForLocking(name, in: handle)
        try FileOperation.announce(.lock, file.path)
        // A shared lock, so that two checks at the same time do not take each other for the holder.
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
