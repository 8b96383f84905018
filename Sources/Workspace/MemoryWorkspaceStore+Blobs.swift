extension MemoryWorkspaceStore {
    package func addBlob(_ bytes: [UInt8], as name: BlobName) async throws {
        try withContent { $0.blobs[name] = bytes }
    }

    package func blob(_ name: BlobName, limit: Int) async throws -> [UInt8]? {
        try withContent { $0.blobs[name] }
    }

    package func holdsBlob(_ name: BlobName) async throws -> Bool {
        try withContent { $0.blobs[name] != nil }
    }

    package func blobs(named fileName: String, in collection: BlobCollection) async throws -> [BlobName] {
        try withContent { $0.blobs.keys.filter { $0.collection == collection && $0.fileName == fileName } }
            .sorted { $0.sha256 < $1.sha256 }
    }
}
