internal import AzureMLSupport

/// A folder under a random name with a locked file in it, which says that its writer is alive.
///
/// The lock is that of a regular file, because network file systems tell others of no locks on folders.
package final class TemporaryDirectory: Sendable {
    package let name: String
    package let directory: Directory
    private let lock: SystemCalls.Handle

    fileprivate init(name: String, directory: Directory, lock: SystemCalls.Handle) {
        self.name = name
        self.directory = directory
        self.lock = lock
    }

    deinit {
        SystemCalls.close(lock)
    }

    /// Gives the locked file its content and saves it to disk.
    package func fillLockedFile(_ bytes: [UInt8]) throws(FileSystemError) {
        try lock.fill(bytes, durably: true)
    }
}

extension Directory {
    /// How the names of temporary entries in a folder of our own begin.
    package static let temporaryPrefix = "tmp-"
    /// How the names of temporary entries in a folder of the user's begin: as no other program's do, because what has
    /// such a name and no lock is removed.
    package static let hiddenTemporaryPrefix = ".azureml-tmp-"

    /// Makes a temporary folder in this one.
    ///
    /// - Parameters:
    ///   - lockedFile: The name of the file in it that is locked, and empty at first.
    ///   - prefix: How its name begins: hidden in a folder of the user's.
    ///   - isPrivate: Whether nobody but its owner may enter it.
    /// - Returns: The folder, which counts as abandoned as soon as the value is gone.
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
                let temporary = TemporaryDirectory(name: name, directory: directory, lock: lock)
                if try tryLock(lock) != .heldByAnother, try isStill(directory.handle, name) { return temporary }
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

    /// Makes a locked temporary file in this folder; the caller closes it.
    func createTemporaryFile(
        prefix: String,
        mode: UInt32
    ) throws(FileSystemError) -> (name: String, file: SystemCalls.Handle) {
        while true {
            let name = prefix + Self.randomName()
            let file = try createFile(name, mode: mode)
            do {
                // A cleaner can come between the creation and the lock.
                if try tryLock(file) != .heldByAnother, try isStill(file, name) { return (name, file) }
                SystemCalls.close(file)
            } catch {
                SystemCalls.close(file)
                throw error
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
        // Held until nothing is left: a writer that gained one in between would lose what it prepares.
        var locks: [SystemCalls.Handle] = []
        defer { locks.forEach(SystemCalls.close) }
        switch try kind(name) {
        case .folder:
            let folder = try directory(name)
            let entries = try folder.names()
            // Its writer can be about to make the locked file, and then it is refused to remove the folder.
            if entries.isEmpty { return try remove(name) }
            for entry in entries where try folder.kind(entry) == .regularFile {
                guard let lock = try folder.lockIfAbandoned(entry) else { return }
                locks.append(lock)
            }
            if complete(folder) { try removeTemporaryDirectory(name) }
        case .regularFile:
            guard let lock = try lockIfAbandoned(name) else { return }
            locks.append(lock)
            try remove(name)
        case .link, .other, nil:
            return
        }
    }

    /// Gains the lock of a file that nobody holds; `nil` when somebody does.
    ///
    /// Where the file system has no locks, everybody may hold it.
    private func lockIfAbandoned(_ name: String) throws(FileSystemError) -> SystemCalls.Handle? {
        let file = try SystemCalls.openForLocking(name, in: handle)
        do {
            if try tryLock(file) == .gained, try isStill(file, name) { return file }
        } catch {
            SystemCalls.close(file)
            throw error
        }
        SystemCalls.close(file)
        return nil
    }

    /// Locks a file until it is closed, without waiting for another that holds the lock.
    func tryLock(_ file: SystemCalls.Handle) throws(FileSystemError) -> LockAnswer {
        try FileOperation.announce(.lock, file.path)
        return SystemCalls.tryLock(file)
    }

    /// Whether the name still leads to what was opened under it.
    func isStill(_ opened: SystemCalls.Handle, _ name: String) throws(FileSystemError) -> Bool {
        do {
            let now = try SystemCalls.status(name, in: handle, following: false)
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
