internal import AzureMLSupport
internal import AzureMLSystem

/// A workspace that is a folder.
///
/// A version is a folder that is put in place by one `rename`, so that it is wholly there or not there; nobody waits
/// for a lock.
package struct FileWorkspaceStore: WorkspaceStore {
    /// The absolute path of the workspace's folder.
    package let path: String

    /// What a machine keeps for itself: temporary folders and hints, never committed.
    package static let localFolder = ".local"

    package init(path: String) {
        self.path = path
    }

    func root() throws -> Directory {
        do throws(FileSystemError) {
            return try Directory(path: path)
        } catch {
            guard error.isMissing || error.isNotFolder else {
                throw WorkspaceError(error, doing: "open the workspace in '\(path)'")
            }
            throw WorkspaceError(
                .notFound,
                "there is no workspace in '\(path)'",
                at: SourceLocation(file: path),
                underlying: error
            )
        }
    }

    /// What `workspace.json` says; `nil` when the folder is no workspace or does not exist.
    func readRecord() throws -> WorkspaceRecord? {
        do {
            return try WorkspaceRecord.read(in: root())
        } catch let error as WorkspaceError where error.code == .notFound {
            return nil
        }
    }

    package func record() async throws -> WorkspaceRecord { try presentRecord() }

    /// The record in `workspace.json`; a workspace that was opened can be deleted by another process.
    func presentRecord() throws -> WorkspaceRecord {
        guard let record = try readRecord() else { throw goneError }
        return record
    }

    var goneError: WorkspaceError {
        WorkspaceError(
            .notFound,
            "there is no workspace in '\(path)' any more",
            at: SourceLocation(file: path)
        )
    }

    /// The folder of a name; `nil` when nothing was ever stored under it.
    func entry(of name: DocumentName, in collection: DocumentCollection) throws -> Directory? {
        let root = try root()
        do throws(FileSystemError) {
            return try root.directory(collection.name, EncodedName.encode(name))
        } catch {
            if error.isMissing { return nil }
            throw WorkspaceError(error, doing: "open '\(name)' in '\(path)'")
        }
    }

    /// What this machine keeps beside the versions of a name, made first if there is nothing.
    func localFolder(of entry: Directory) throws -> Directory {
        try syncAncestors(of: entry)
        return try entry.openOrCreateDirectory(Self.localFolder)
    }

    /// The local folder of a name for whoever changes something, without what others left that were ended meanwhile.
    func writersFolder(of entry: Directory) throws -> Directory {
        let local = try localFolder(of: entry)
        // A leftover that cannot be removed is no reason to refuse a change.
        try? local.removeAbandonedTemporaries { completeRemoval(namedIn: $0, of: entry) }
        return local
    }

    /// Saves to disk that the folder of a name is there, because whoever made it may not have come to that.
    ///
    /// Its local folder is made after that only, so that whoever finds one has nothing to save.
    func syncAncestors(of entry: Directory) throws {
        guard try entry.kind(Self.localFolder) == nil else { return }
        let root = try root()
        try root.synchronize()
        try root.directory(LocalPath.lastComponent(of: LocalPath.parent(of: entry.path))).synchronize()
    }
}
