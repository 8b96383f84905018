internal import AzureMLSupport
internal import AzureMLSystem

/// Shared notes are stored in the workspace's folder; this machine's notes and logs are in `.local/builds/`.
extension FileWorkspaceStore {
    private static let buildsFolder = "builds"
    private static let largestLog = 1 << 30
    private static let logSuffix = ".log"

    package func note(_ name: NoteName) async throws -> [UInt8]? {
        try WorkspaceError.explaining("read '\(name.text)' in the workspace in '\(path)'") {
            do {
                let folder = name.isLocal ? try root().directory(Self.localFolder, Self.buildsFolder) : try root()
                return try Self.content(of: name, in: folder)
            } catch let error as FileSystemError where error.isMissing {
                return nil
            }
        }
    }

    private static func content(of name: NoteName, in folder: Directory) throws -> [UInt8]? {
        guard try folder.kind(name.text) != nil else { return nil }
        return try WorkspaceError.explainingDamage(of: "\(folder.path)/\(name.text)") {
            do {
                return try folder.readFile(name.text, limit: name.limit)
            } catch let error as FileSystemError where error.isMissing {
                return nil
            }
        }
    }

    package func place(of name: NoteName) -> String {
        name.isLocal ? "\(path)/\(Self.localFolder)/\(Self.buildsFolder)/\(name.text)" : "\(path)/\(name.text)"
    }

    package func changeNote(_ name: NoteName, _ change: @Sendable ([UInt8]?) throws -> [UInt8]) async throws {
        _ = try presentRecord()
        do {
            let root = try root()
            let local = try writersFolder(ofRoot: root)
            let folder = name.isLocal ? try local.openOrCreateDirectory(Self.buildsFolder) : root
            try await local.withLock("notes.lock") {
                let old = try Self.content(of: name, in: folder)
                let new = try change(old)
                guard new != old else { return }
                guard new.count <= name.limit else {
                    throw FileSystemError(.write, "\(folder.path)/\(name.text)", .isTooLarge(limit: name.limit))
                }
                try folder.replaceFile(name.text, with: new, staging: local, durably: !name.isLocal)
            }
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: "change '\(name.text)' in the workspace in '\(path)'")
        }
    }

    package func startLog() async throws -> any WorkspaceLog {
        _ = try presentRecord()
        return try WorkspaceError.explaining("start a log in the workspace in '\(path)'") {
            let folder = try openOrCreate(Self.localFolder, in: root()).openOrCreateDirectory(Self.buildsFolder)
            // A leftover that cannot be removed must not stop the build.
            try? removeAbandonedLogs(in: folder)
            return FileLog(file: try folder.makeAppendedFile(suffix: Self.logSuffix), workspace: path)
        }
    }

    /// Removes the logs of processes that ended before they wrote a note that names the log.
    private func removeAbandonedLogs(in folder: Directory) throws {
        let names = try folder.names()
        // Before the notes are read: a writer that ended by now has written its last note.
        let ended = try names.filter { try $0.hasSuffix(Self.logSuffix) && !folder.isLocked($0) }
        guard !ended.isEmpty else { return }
        let notes = names.filter { !$0.hasSuffix(Self.logSuffix) }
        let named = try Set(notes.compactMap { try logNamed(inNote: $0, of: folder) })
        for name in ended where !named.contains(name) { try folder.removeAppendedFile(name) }
    }

    /// Returns the name of the log that a note names; `nil` also when the note is damaged, because then it leads to no
    /// log. An error that may pass, such as one of the disk, is thrown, so that no log is lost to it.
    private func logNamed(inNote name: String, of folder: Directory) throws -> String? {
        do {
            return try WorkspaceError.explainingDamage(of: "\(folder.path)/\(name)") {
                let bytes = try folder.readFile(name, limit: NoteName.localLimit)
                return try JSONValue(parsing: bytes)[NoteName.logMember].string
            }
        } catch let error as WorkspaceError where error.code == .damaged {
            return nil
        }
    }

    package func log(named name: String) async throws -> [UInt8]? {
        guard LocalPath.isFileName(name), name.hasSuffix(Self.logSuffix) else { return nil }
        return try WorkspaceError.explaining("read the log '\(name)' in the workspace in '\(path)'") {
            do {
                let folder = try root().directory(Self.localFolder, Self.buildsFolder)
                return try folder.readFile(name, limit: Self.largestLog)
            } catch let error as FileSystemError where error.isMissing {
                return nil
            }
        }
    }

    package func isBeingWritten(logNamed name: String) async throws -> Bool {
        guard LocalPath.isFileName(name), name.hasSuffix(Self.logSuffix) else { return false }
        return try WorkspaceError.explaining("look at the log '\(name)' in the workspace in '\(path)'") {
            do {
                return try root().directory(Self.localFolder, Self.buildsFolder).isLocked(name)
            } catch let error as FileSystemError where error.isMissing {
                return false
            }
        }
    }

    package func removeLog(named name: String) async throws {
        guard LocalPath.isFileName(name), name.hasSuffix(Self.logSuffix) else { return }
        try WorkspaceError.explaining("remove the log '\(name)' in the workspace in '\(path)'") {
            do {
                try root().directory(Self.localFolder, Self.buildsFolder).remove(name)
            } catch let error as FileSystemError where error.isMissing {}
        }
    }
}
