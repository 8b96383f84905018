internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// The lock file for blobs whose file names must be unique.
    private static let blobLock = "blobs.lock"

    package func addBlob(_ bytes: [UInt8], as name: BlobName) async throws {
        _ = try presentRecord()
        try WorkspaceError.explaining("add '\(name.path)' to the workspace in '\(path)'") {
            let root = try root()
            try add(bytes, as: name, to: root, staging: writersFolder(ofRoot: root))
        }
    }

    package func addBlobWithUniqueName(_ bytes: [UInt8], as name: BlobName) async throws -> Bool {
        _ = try presentRecord()
        do {
            let root = try root()
            let local = try writersFolder(ofRoot: root)
            return try await local.withLock(Self.blobLock) {
                guard try hashes(ofFileName: name.fileName, in: name.collection).allSatisfy({ $0 == name.sha256 })
                else { return false }
                try add(bytes, as: name, to: root, staging: local)
                return true
            }
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: "add '\(name.path)' to the workspace in '\(path)'")
        }
    }

    private func add(_ bytes: [UInt8], as name: BlobName, to root: Directory, staging local: Directory) throws {
        let folder = try root.openOrCreateDirectory(name.collection.name).openOrCreateDirectory(name.sha256)
        // Another process may have created these folders without fsyncing their parents yet.
        try root.directory(name.collection.name).synchronize()
        try root.synchronize()
        guard try !folder.putFileIfAbsent(name.fileName, bytes, staging: local) else { return }
        let kept: [UInt8]
        do throws(FileSystemError) {
            kept = try folder.readFile(name.fileName, limit: bytes.count)
        } catch {
            throw error.isTooLarge ? WorkspaceError.damagedBlob("\(path)/\(name.path)") : error
        }
        guard kept == bytes else { throw WorkspaceError.damagedBlob("\(path)/\(name.path)") }
    }

    package func blob(_ name: BlobName, limit: Int) async throws -> [UInt8]? {
        try WorkspaceError.explaining("read '\(name.path)' in the workspace in '\(path)'") {
            let bytes: [UInt8]
            do {
                bytes = try root().directory(name.collection.name, name.sha256).readFile(name.fileName, limit: limit)
            } catch let error as FileSystemError where error.isMissing {
                return nil
            }
            guard ContentHash.sha256Hex(bytes) == name.sha256 else {
                throw WorkspaceError.damagedBlob("\(path)/\(name.path)")
            }
            return bytes
        }
    }

    package func holdsBlob(_ name: BlobName) async throws -> Bool {
        try WorkspaceError.explaining("look for '\(name.path)' in the workspace in '\(path)'") {
            do {
                return try root().directory(name.collection.name, name.sha256).kind(name.fileName) == .regularFile
            } catch let error as FileSystemError where error.isMissing {
                return false
            }
        }
    }

    /// Returns the SHA-256 of every blob with a file name.
    private func hashes(ofFileName fileName: String, in collection: BlobCollection) throws -> [String] {
        let folder: Directory
        do {
            folder = try root().directory(collection.name)
        } catch let error as FileSystemError where error.isMissing {
            return []
        }
        return try folder.names().filter { sha256 in
            guard BlobName.isSHA256(sha256), try folder.kind(sha256) == .folder else { return false }
            return try folder.directory(sha256).kind(fileName) == .regularFile
        }
    }
}
