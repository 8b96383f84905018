internal import AzureMLSupport
internal import AzureMLSystem

/// A workspace store in a folder.
///
/// A version is a folder that one `rename` puts in place, so it exists either completely or not at all, and no reader
/// or writer of versions waits for a lock.
package struct FileWorkspaceStore: WorkspaceStore {
    /// The absolute path of the workspace's folder.
    package let path: String

    /// The name of the folder for one machine's own files, such as temporary folders and hints; it is never committed.
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

    /// Returns the record in `workspace.json`; `nil` when the folder is not a workspace or does not exist.
    func readRecord() throws -> WorkspaceRecord? {
        do {
            return try WorkspaceRecord.read(in: root())
        } catch let error as WorkspaceError where error.code == .notFound {
            return nil
        }
    }

    package func record() async throws -> WorkspaceRecord { try presentRecord() }

    /// Returns the record in `workspace.json`; throws an error if another process has deleted the workspace.
    func presentRecord() throws -> WorkspaceRecord {
        guard let record = try readRecord() else { throw goneError }
        return record
    }

    var goneError: WorkspaceError {
        WorkspaceError(
            .notFound,
            "there is no longer a workspace in '\(path)'",
            at: SourceLocation(file: path)
        )
    }

    /// Returns the folder of a name; `nil` when nothing was ever stored under that name.
    func entry(of name: DocumentName, in collection: DocumentCollection) throws -> Directory? {
        try entry(of: name, in: collection, below: root())
    }

    /// Returns the folder of a name below the workspace's folder, which the caller has opened.
    func entry(of name: DocumentName, in collection: DocumentCollection, below root: Directory) throws -> Directory? {
        do throws(FileSystemError) {
            let folder = try root.directory(collection.name)
            return try folder.directory(EncodedName.encode(name, in: folder))
        } catch {
            if error.isMissing { return nil }
            throw WorkspaceError(error, doing: "open '\(name)' in '\(path)'")
        }
    }

    /// Returns the folder for this machine's own files beside the versions of a name; creates it if it is missing.
    func localFolder(of entry: Directory) throws -> Directory {
        try syncAncestors(of: entry)
        return try openOrCreate(Self.localFolder, in: entry)
    }

    /// Opens a folder that belongs to this store, such as the one with the labels, and makes it first if it is missing.
    func openOrCreate(_ name: String, in parent: Directory) throws -> Directory {
        do throws(FileSystemError) {
            return try parent.openOrCreateDirectory(name)
        } catch {
            guard error.isNotFolder || error.reason == .isLink else { throw error }
            throw WorkspaceError.notFolder("\(parent.path)/\(name)", isLink: error.reason == .isLink, underlying: error)
        }
    }

    /// Returns the folder for this machine's own files beside the versions of a name; `nil` when it cannot be opened.
    func openedLocalFolder(of entry: Directory) -> Directory? { try? entry.directory(Self.localFolder) }

    /// Returns the local folder of a name for a writer, after removing the leftovers of writers that were interrupted.
    ///
    /// - Parameters:
    ///   - entry: The folder of the name.
    ///   - opened: Its local folder, if the caller has opened it.
    /// - Returns: The local folder.
    /// - Throws: ``WorkspaceError`` or `FileSystemError` when it is missing and cannot be made.
    func writersFolder(of entry: Directory, opened: Directory?) throws -> Directory {
        let local = try opened ?? localFolder(of: entry)
        removeLeftovers(in: local, of: entry)
        return local
    }

    /// Returns the local folder of the whole workspace for a writer, after removing the leftovers of writers that were
    /// interrupted.
    func writersFolder(ofRoot root: Directory) throws -> Directory {
        let local = try openOrCreate(Self.localFolder, in: root)
        // A leftover that cannot be removed must not stop the change.
        try? local.removeAbandonedTemporaries()
        return local
    }

    func removeLeftovers(in local: Directory, of entry: Directory) {
        // A leftover that cannot be removed must not stop the change.
        try? local.removeAbandonedTemporaries { completeRemoval(namedIn: $0, of: entry) }
    }

    /// Fsyncs the parents of a name's folder: its creator may have stopped before doing so.
    ///
    /// The local folder is created only after that, so once it exists no later writer needs to fsync the parents.
    func syncAncestors(of entry: Directory) throws {
        guard try entry.kind(Self.localFolder) == nil else { return }
        let root = try root()
        try root.synchronize()
        try root.directory(LocalPath.lastComponent(of: LocalPath.parent(of: entry.path))).synchronize()
    }
}
