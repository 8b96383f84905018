extension MemoryWorkspaceStore {
    package func note(_ name: NoteName) async throws -> [UInt8]? {
        try withContent { $0.notes[name.text] }
    }

    package func place(of name: NoteName) -> String { name.text }

    package func changeNote(_ name: NoteName, _ change: @Sendable ([UInt8]?) throws -> [UInt8]) async throws {
        try withContent { $0.notes[name.text] = try change($0.notes[name.text]) }
    }

    package func startLog() async throws -> any WorkspaceLog {
        try withContent { content in
            content.logCount += 1
            let log = Log(name: "\(content.logCount).log", store: self)
            content.logs[log.name] = []
            return log
        }
    }

    package func log(named name: String) async throws -> [UInt8]? {
        try withContent { $0.logs[name] }
    }

    /// The writer of a log in memory lives as long as the log, so every log counts as being written.
    package func isBeingWritten(logNamed name: String) async throws -> Bool {
        try withContent { $0.logs[name] != nil }
    }

    package func removeLog(named name: String) async throws {
        try withContent { $0.logs[name] = nil }
    }

    private struct Log: WorkspaceLog {
        let name: String
        let store: MemoryWorkspaceStore

        func append(_ line: String) async throws {
            try store.withContent { $0.logs[name, default: []] += Array("\(line)\n".utf8) }
        }
    }
}

extension MemoryWorkspaceStore {
    package func addBlob(_ bytes: [UInt8], as name: BlobName) async throws {
        try withContent { $0.blobs[name] = bytes }
    }

    package func addBlobWithUniqueName(_ bytes: [UInt8], as name: BlobName) async throws -> Bool {
        try withContent { content in
            let isTaken = content.blobs.keys.contains { other in
                other.collection == name.collection && other.fileName == name.fileName && other != name
            }
            if !isTaken { content.blobs[name] = bytes }
            return !isTaken
        }
    }

    package func blob(_ name: BlobName, limit: Int) async throws -> [UInt8]? {
        try withContent { $0.blobs[name] }
    }

    package func holdsBlob(_ name: BlobName) async throws -> Bool {
        try withContent { $0.blobs[name] != nil }
    }
}
