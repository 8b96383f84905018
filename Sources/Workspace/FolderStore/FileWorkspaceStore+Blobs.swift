internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    package func addBlob(_ bytes: [UInt8], as name: BlobName) async throws {
        _ = try presentRecord()
        try WorkspaceError.explaining("add '\(name.path)' to the workspace in '\(path)'") {
            let root = try root()
            let local = try root.openOrCreateDirectory(Self.localFolder)
            // A leftover that cannot be removed must not keep the file from being stored.
            try? local.removeAbandonedTemporaries()
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

    package func blobs(named fileName: String, in collection: BlobCollection) async throws -> [BlobName] {
        try WorkspaceError.explaining("look for '\(fileName)' in the workspace in '\(path)'") {
            let folder: Directory
            do {
                folder = try root().directory(collection.name)
            } catch let error as FileSystemError where error.isMissing {
                return []
            }
            return try folder.names().compactMap { sha256 in
                guard BlobName.isSHA256(sha256), try folder.kind(sha256) == .folder else { return nil }
                guard try folder.directory(sha256).kind(fileName) == .regularFile else { return nil }
                return BlobName(collection: collection, sha256: sha256, fileName: fileName)
            }
        }
    }
}
