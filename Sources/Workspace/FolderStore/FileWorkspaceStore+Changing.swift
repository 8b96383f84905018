internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// The lock file beside the versions of a name.
    private static let changeLock = "changes.lock"

    /// Runs a change to the labels, archive markers or versions of a name while no other such change to that name runs,
    /// in this process or in another.
    ///
    /// What `work` checks stays true until it returns. Storing a version needs no lock. `work` gets the local folder of
    /// the name.
    func changing(
        _ entry: Directory,
        _ action: @autoclosure () -> String,
        _ work: (_ local: Directory) throws -> Void
    ) async throws {
        do {
            let local = try localFolder(of: entry)
            try await local.withLock(Self.changeLock) {
                // With the lock, so that what an interrupted change left here is gone before `work` looks.
                removeLeftovers(in: local, of: entry)
                try work(local)
            }
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: action())
        }
    }
}
