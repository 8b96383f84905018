internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Returns findings for the shared notes that cannot be used.
    func verifyNotes() throws -> [Diagnostic] {
        let root = try root()
        return try NoteName.shared.flatMap { name -> [Diagnostic] in
            let path = "\(root.path)/\(name.text)"
            do {
                guard try root.kind(name.text) != nil else { return [] }
                _ = try ImageDigestLock(parsing: root.readFile(name.text, limit: name.limit))
                return []
            } catch let flaw as ImageDigestLock.Flaw {
                return [WorkspaceDiagnostics.fileUnusable(WorkspaceError.damaged(path, flaw.reason), path)]
            } catch let error as FileSystemError {
                let unusable =
                    error.isDamage
                    ? WorkspaceError.damaged(path, error.reasonText, underlying: error)
                    : WorkspaceError(error, doing: "read '\(path)'")
                return [WorkspaceDiagnostics.fileUnusable(unusable, path)]
            }
        }
    }
}
