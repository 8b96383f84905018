/// A folder under a random name whose lock says that its writer is alive.
package struct TemporaryDirectory: Sendable {
    package let name: String
    package let directory: Directory
}

extension Directory {
    /// How the names of temporary entries in a folder of our own begin.
    package static let temporaryPrefix = "tmp-"

    /// Makes a locked temporary folder in this one.
    package func createTemporaryDirectory() throws(FileSystemError) -> TemporaryDirectory {
        while true {
            let name = Self.temporaryPrefix + Self.randomName()
            do {
                _ = try announce(.createFolder, name)
                try SystemCalls.createFolder(name, in: handle)
                let directory = try directory(name)
                if try isOurs(directory.handle, name, try directory.tryLock()) {
                    return TemporaryDirectory(name: name, directory: directory)
                }
            } catch let error where error.isTaken || error.isMissing {
                // A name that exists, or one that a cleaner took for abandoned before it was locked: another name.
                guard try isPresent() else { throw error }
            }
        }
    }

    /// Makes a locked temporary file in this folder; the caller closes it.
    func createTemporaryFile(prefix: String) throws(FileSystemError) -> (name: String, file: SystemCalls.Handle) {
        while true {
            let name = prefix + Self.randomName()
            let file = try createFile(name)
            do {
                if try isOurs(file, name, SystemCalls.tryLock(file)) { return (name, file) }
                SystemCalls.close(file)
            } catch {
                SystemCalls.close(file)
                throw error
            }
        }
    }

    /// Removes the temporary entries of writers that are gone: those whose lock can be gained.
    package func removeAbandonedTemporaries() throws(FileSystemError) {
        for name in try names() where name.hasPrefix(Self.temporaryPrefix) {
            do {
                try removeIfAbandoned(name)
            } catch let error where error.isMissing || error.isNotFolder {
                // Another cleaner was faster, or this is none of ours.
            }
        }
    }

    private func removeIfAbandoned(_ name: String) throws(FileSystemError) {
        switch try kind(name) {
        case .folder:
            let folder = try directory(name)
            guard try folder.tryLock() == .gained, try isStill(folder.handle, name) else { return }
            try removeTree(name)
        case .regularFile:
            let file = try SystemCalls.openForReading(name, in: handle, following: false)
            defer { SystemCalls.close(file) }
            guard SystemCalls.tryLock(file) == .gained, try isStill(file, name) else { return }
            try remove(name)
        case .link, .other, nil:
            return
        }
    }

    /// Whether a new temporary entry is safe from cleaners, of which one can come between its creation and its lock.
    ///
    /// Where the file system has no locks nobody gains one, so that nobody removes the entry either.
    func isOurs(_ opened: SystemCalls.Handle, _ name: String, _ answer: LockAnswer) throws(FileSystemError) -> Bool {
        guard answer != .heldByAnother else { return false }
        return try isStill(opened, name)
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

    /// 16 hexadecimal digits.
    static func randomName() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
