internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Returns findings for the shared notes that cannot be used.
    func verifyNotes() throws -> [Diagnostic] {
        let root = try root()
        return try NoteName.shared.flatMap { name -> [Diagnostic] in
            let path = "\(root.path)/\(name.text)"
            return try findings(at: path) {
                guard try root.kind(name.text) != nil else { return [] }
                let bytes = try WorkspaceError.explainingDamage(of: path) {
                    try root.readFile(name.text, limit: name.limit)
                }
                do throws(ImageDigestLock.Flaw) {
                    _ = try ImageDigestLock(parsing: bytes)
                } catch {
                    throw WorkspaceError.damaged(path, error.reason)
                }
                return []
            }
        }
    }
}
