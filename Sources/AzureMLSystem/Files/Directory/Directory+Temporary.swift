internal import AzureMLSupport

extension Directory {
    /// The prefix of temporary names in folders that belong to this package.
    package static let temporaryPrefix = "tmp-"
    /// The prefix of temporary names in the user's folders. It is unlike the names of any other program, because
    /// unlocked entries with this prefix are removed.
    package static let hiddenTemporaryPrefix = ".azureml-tmp-"

    /// Makes a temporary folder in this one, which is locked while `work` runs.
    ///
    /// The folder is not removed afterwards. It then counts as abandoned, unless `work` moved it into place.
    ///
    /// - Parameters:
    ///   - lockedFile: The name of the file in it that is locked. The file is empty at first.
    ///   - prefix: The beginning of its name, which is a hidden one in a user's folder.
    ///   - work: The function to run.
    /// - Returns: The result of `work`.
    /// - Throws: ``FileSystemError`` when the disk is full or this folder is not writable; any error that `work`
    ///   throws.
    package func withTemporaryDirectory<Result>(
        lockedFile: String,
        prefix: String = temporaryPrefix,
        _ work: (TemporaryDirectory) throws -> Result
    ) throws -> Result {
        let temporary = try createTemporaryDirectory(lockedFile: lockedFile, prefix: prefix)
        return try withExtendedLifetime(temporary) { try work(temporary) }
    }

    /// Makes a temporary folder in this one, which is locked as long as the returned object exists.
    ///
    /// - Parameters:
    ///   - lockedFile: The name of the file in it that is locked. The file is empty at first.
    ///   - prefix: The beginning of its name, which is a hidden one in a user's folder.
    ///   - isPrivate: Whether only its owner may enter it.
    /// - Returns: The folder, which counts as abandoned as soon as the object is gone.
    /// - Throws: ``FileSystemError`` when the disk is full or this folder is not writable.
    package func createTemporaryDirectory(
        lockedFile: String,
        prefix: String = temporaryPrefix,
        isPrivate: Bool = false
    ) throws(FileSystemError) -> TemporaryDirectory {
        while true {
            let name = prefix + Self.randomName()
            do {
                try makeFolder(name)
                let directory = try directory(name)
                // The permissions are set before the folder contains anything.
                if isPrivate { try SystemCalls.changeMode(directory.handle, to: 0o700) }
                let lock = try directory.createFile(lockedFile)
                if try tryLock(lock) != .heldByAnother, try isStill(directory.handle, name) {
                    return TemporaryDirectory(name: name, directory: directory, lock: lock)
                }
            } catch let error where error.isTaken || error.isMissing {
                // The name exists, or a cleanup removed the folder before it was locked: try another name.
                guard try isPresent() else { throw error }
            }
        }
    }

    /// Makes a locked temporary file in this folder.
    func createTemporaryFile(prefix: String, mode: UInt32) throws(FileSystemError) -> TemporaryFile {
        while true {
            let name = prefix + Self.randomName()
            let file = try createFile(name, mode: mode)
            // A cleanup can remove the file before it is locked.
            if try tryLock(file) != .heldByAnother, try isStill(file, name) {
                return TemporaryFile(name: name, handle: file)
            }
        }
    }

    /// Removes the temporary entries of writers that no longer run: those whose locks can be gained.
    ///
    /// - Parameters:
    ///   - prefix: The beginning of their names, which 16 hexadecimal digits follow.
    ///   - complete: Completes the work of an abandoned folder's writer. If it returns false, the folder is kept.
    /// - Throws: ``FileSystemError`` when this folder is not readable or not writable.
    package func removeAbandonedTemporaries(
        prefix: String = temporaryPrefix,
        completing complete: (Directory) -> Bool = { _ in true }
    ) throws(FileSystemError) {
        for name in try names() where Self.isTemporary(name, prefix: prefix) {
            do {
                try removeIfAbandoned(name, completing: complete)
            } catch let error where error.isMissing || error.isTaken || error.isNotFolder || error.isForbidden {
                // Another cleanup or the writer was faster, or the entry is not a temporary one, or is another user's.
            }
        }
    }

    /// Removes a temporary folder and its content, unless it was already moved into place.
    ///
    /// The folder is renamed first. Of two renames at the same time only one succeeds, so nothing is removed from a
    /// folder that its writer moves into place.
    package func removeTemporaryDirectory(_ name: String) throws(FileSystemError) {
        let prefix = name.hasPrefix(Self.hiddenTemporaryPrefix) ? Self.hiddenTemporaryPrefix : Self.temporaryPrefix
        let taken = prefix + Self.randomName()
        try rename(name, to: taken, in: self)
        try removeTree(taken)
    }

    private func removeIfAbandoned(
        _ name: String,
        completing complete: (Directory) -> Bool
    ) throws(FileSystemError) {
        switch try kind(name) {
        case .folder:
            let folder = try directory(name)
            let entries = try folder.names()
            // The writer may be about to make the locked file; if it does so first, the removal fails.
            if entries.isEmpty { return try remove(name) }
            var files: [String] = []
            for entry in entries where try folder.kind(entry) == .regularFile { files.append(entry) }
            try folder.whileLocking(files) { () throws(FileSystemError) in
                if complete(folder) { try removeTemporaryDirectory(name) }
            }
        case .regularFile:
            try whileLocking([name]) { () throws(FileSystemError) in try remove(name) }
        case .link, .other, nil:
            return
        }
    }

    /// Runs `work` while holding the locks of all files. Does nothing when another process holds one of them, or when
    /// the file system has no locks, because another process may then be using the files.
    ///
    /// The locks are held until `work` is done: a writer that gained one earlier would lose its files.
    func whileLocking(
        _ names: [String],
        _ work: () throws(FileSystemError) -> Void
    ) throws(FileSystemError) {
        var locks: [HeldLock] = []
        for name in names {
            let file = try SystemCalls.openForLocking(name, in: handle)
            guard try tryLock(file) == .gained, try isStill(file, name) else { return }
            locks.append(HeldLock(file))
        }
        try withExtendedLifetime(locks) { () throws(FileSystemError) in try work() }
    }

    /// The owner of a locked file. It is a class because an array cannot hold noncopyable values.
    private final class HeldLock {
        private let file: SystemCalls.Handle

        init(_ file: consuming SystemCalls.Handle) {
            self.file = file
        }
    }

    /// Locks a file until it is closed, without waiting for another holder of the lock.
    func tryLock(_ file: borrowing SystemCalls.Handle) throws(FileSystemError) -> LockAnswer {
        try FileOperation.announce(.lock, file.path)
        return SystemCalls.tryLock(file)
    }

    /// Whether the name still refers to the file or folder that was opened by it.
    func isStill(_ opened: borrowing SystemCalls.Handle, _ name: String) throws(FileSystemError) -> Bool {
        do {
            let now = try SystemCalls.status(name, in: handle)
            return try SystemCalls.status(opened).identity == now.identity
        } catch let error where error.isMissing {
            return false
        }
    }

    /// Whether this folder still exists.
    private func isPresent() throws(FileSystemError) -> Bool {
        try SystemCalls.status(handle).stamp.links > 0
    }

    private static func isTemporary(_ name: String, prefix: String) -> Bool {
        let digits = name.utf8.dropFirst(prefix.utf8.count)
        return name.utf8.starts(with: prefix.utf8) && digits.count == 16
            && digits.allSatisfy(\.isASCIIHexDigit)
    }

    /// Returns 16 random hexadecimal digits.
    package static func randomName() -> String {
        UInt64.random(in: .min ... .max).hexadecimal(digits: 16)
    }
}
