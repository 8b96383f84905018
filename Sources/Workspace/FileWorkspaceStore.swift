internal import AzureMLSupport

/// A workspace that is a folder.
///
/// A version is a folder that is put in place by one `rename`, so that it is wholly there or not there; nobody waits
/// for a lock.
package struct FileWorkspaceStore: WorkspaceStore {
    /// The absolute path of the workspace's folder.
    package let path: String

    /// What a machine keeps for itself: temporary folders and hints, never committed.
    static let localFolder = ".local"

    package init(path: String) {
        self.path = path
    }

    func root() throws -> Directory {
        do throws(FileSystemError) {
            return try Directory(path: path)
        } catch {
            guard error.isMissing else { throw WorkspaceError(error, doing: "open the workspace in '\(path)'") }
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

    package func record() async throws -> WorkspaceRecord {
        guard let record = try readRecord() else {
            throw WorkspaceError(
                .notFound,
                "there is no workspace in '\(path)' any more",
                at: SourceLocation(file: path)
            )
        }
        return record
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
}
