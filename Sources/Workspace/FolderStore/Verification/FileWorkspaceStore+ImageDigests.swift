internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Returns a finding for the lockfile of image digests if it cannot be used.
    func verifyImageDigests() throws -> [Diagnostic] {
        let root = try root()
        let name = NoteName.imageDigests
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
