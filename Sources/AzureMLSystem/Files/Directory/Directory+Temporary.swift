internal import AzureMLSupport

extension Directory {
    /// How the names of temporary entries in a folder of our own begin.
    package static let temporaryPrefix = "tmp-"
    /// How the names of temporary entries in a folder of the user's begin: as no other program's do, because what has
    /// such a name and no lock is removed.
    package static let hiddenTemporaryPrefix = ".azureml-tmp-"

    /// Makes a temporary folder in this one, which is locked while some work is done with it.
    ///
    /// The folder stays when the work is done, and counts as abandoned then, unless the work put it in place.
    ///
    /// - Parameters:
    ///   - lockedFile: The name of the file in it that is locked, and empty at first.
    ///   - prefix: How its name begins: hidden in a folder of the user's.
    ///   - work: What is done.
    /// - Returns: What the work returns.
    /// - Throws: ``FileSystemError`` when the disk is full or this folder may not be written; what the work throws.
    package func withTemporaryDirectory<Result>(
        lockedFile: String,
        prefix: String = temporaryPrefix,
        _ work: (TemporaryDirectory) throws -> Result
    ) throws -> Result {
        let temporary = try createTemporaryDirectory(lockedFile: lockedFile, prefix: prefix)
        return try withExtendedLifetime(temporary) { try work(temporary) }
    }

    /// Makes a temporary folder in this one, which is locked as long as the object that stands for it exists.
    ///
    /// - Parameters:
    ///   - lockedFile: The name of the file in it that is locked, and empty at first.
    ///   - prefix: How its name begins: hidden in a folder of the user's.
    ///   - isPrivate: Whether only its owner may enter it.
    /// - Returns: The folder, which counts as abandoned as soon as the object is gone.
    /// - Throws: ``FileSystemError`` when the disk is full or this folder may not be written.
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
                // Before anything is in it.
                if isPrivate { try SystemCalls.changeMode(directory.handle, to: 0o700) }
                let lock = try directory.createFile(lockedFile)
                if try tryLock(lock) != .heldByAnother, try isStill(directory.handle, name) {
                    return TemporaryDirectory(name: name, directory: directory, lock: lock)
                }
            } catch let error where error.isTaken || error.isMissing {
                // A name that exists, or one that a cleaner took for abandoned before it was locked: another name.
                guard try isPresent() else { throw error }
            }
        }
    }

    private func makeFolder(_ name: String) throws(FileSystemError) {
        try announce(.createFolder, name)
        try SystemCalls.createFolder(name, in: handle)
    }

    /// Makes a locked temporary file in this folder.
    func createTemporaryFile(prefix: String, mode: UInt32) throws(FileSystemError) -> TemporaryFile {
        while true {
            let name = prefix + Self.randomName()
            let file = try createFile(name, mode: mode)
            // A cleaner can come between the creation and the lock.
            if try tryLock(file) != .heldByAnother, try isStill(file, name) {
                return TemporaryFile(name: name, handle: file)
            }
        }
    }

    /// Removes the temporary entries of writers that are gone: those whose lock can be gained.
    ///
    /// - Parameters:
    ///   - prefix: How their names begin; 16 hexadecimal digits follow.
    ///   - complete: Completes what the writer of an abandoned folder began; a folder stays when that is not possible.
    /// - Throws: ``FileSystemError`` when this folder may not be read or written.
    package func removeAbandonedTemporaries(
        prefix: String = temporaryPrefix,
        completing complete: (Directory) -> Bool = { _ in true }
    ) throws(FileSystemError) {
        for name in try names() where Self.isTemporary(name, prefix: prefix) {
            do {
                try removeIfAbandoned(name, completing: complete)
            } catch let error where error.isMissing || error.isTaken || error.isNotFolder || error.isForbidden {
                // Another cleaner was faster, or its writer was, or this is none of ours, or another user's.
            }
        }
    }

    /// Removes a temporary folder with what it holds, unless it is in place already.
    ///
    /// It gets another name first: of two renames one succeeds, so that nothing is removed from a folder that its
    /// writer put in place meanwhile.
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
            // Its writer can be about to make the locked file, and then it is refused to remove the folder.
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

    /// Does something while the locks of files are held; nothing when one of them is held by another process, or may be,
    /// because the file system has no locks.
    ///
    /// Held until all is done: a writer that gained one in between would lose what it prepares.
    private func whileLocking(
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

    /// The owner of a locked file: a class, because an array holds only values that can be copied.
    private final class HeldLock {
        private let file: SystemCalls.Handle

        init(_ file: consuming SystemCalls.Handle) {
            self.file = file
        }
    }

    /// Locks a file until it is closed, without waiting for another that holds the lock.
    func tryLock(_ file: borrowing SystemCalls.Handle) throws(FileSystemError) -> LockAnswer {
        try FileOperation.announce(.lock, file.path)
        return SystemCalls.tryLock(file)
    }

    /// Whether the name still leads to what was opened under it.
    func isStill(_ opened: borrowing SystemCalls.Handle, _ name: String) throws(FileSystemError) -> Bool {
        do {
            let now = try SystemCalls.status(name, in: handle)
            return try SystemCalls.status(opened).identity == now.identity
        } catch let error where error.isMissing {
            return false
        }
    }

    /// Whether this folder itself was not removed.
    private func isPresent() throws(FileSystemError) -> Bool {
        try SystemCalls.status(handle).stamp.links > 0
    }

    private static func isTemporary(_ name: String, prefix: String) -> Bool {
        let digits = name.utf8.dropFirst(prefix.utf8.count)
        return name.utf8.starts(with: prefix.utf8) && digits.count == 16
            && digits.allSatisfy(\.isASCIIHexDigit)
    }

    /// 16 hexadecimal digits.
    package static func randomName() -> String {
        UInt64.random(in: .min ... .max).hexadecimal(digits: 16)
    }
}
