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
                // Where the file system has no locks nobody gains one, so nobody removes this folder either.
                _ = try directory.tryLock()
                if try isStill(directory.handle, name) { return TemporaryDirectory(name: name, directory: directory) }
            } catch  where error.isTaken || error.isMissing {
                // A name that exists, or one that a cleaner took for abandoned before it was locked: another name.
                guard try isPresent() else { throw error }
            }
        }
    }

    /// Removes the temporary entries of writers that are gone: those whose lock can be gained.
    package func removeAbandonedTemporaries() throws(FileSystemError) {
        for name in try names() where name.hasPrefix(Self.temporaryPrefix) {
            do {
                try removeIfAbandoned(name)
            } catch  where error.isMissing || error.isNotFolder {
                // Another cleaner was faster, or this is none of ours.
            }
        }
    }

    private func removeIfAbandoned(_ name: String) throws(FileSystemError) {
        switch try kind(name) {
        case .folder:
            let folder = try directory(name)
            guard try folder.tryLock(), try isStill(folder.handle, name) else { return }
            try removeTree(name)
        case .regularFile:
            let file = try SystemCalls.openForReading(name, in: handle, following: false)
            defer { SystemCalls.close(file) }
            guard SystemCalls.tryLock(file), try isStill(file, name) else { return }
            try remove(name)
        case .link, .other, nil:
            return
        }
    }

    /// Whether the name still leads to what was opened under it.
    func isStill(_ opened: SystemCalls.Handle, _ name: String) throws(FileSystemError) -> Bool {
        do {
            let now = try SystemCalls.status(name, in: handle, following: false)
            return try SystemCalls.status(opened).identity == now.identity
        } catch  where error.isMissing {
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
