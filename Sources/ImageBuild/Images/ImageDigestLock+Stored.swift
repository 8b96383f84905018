internal import AzureMLSupport
internal import Workspace

extension ImageDigestLock {
    /// Reads the lockfile that a workspace stores; a missing one counts as empty.
    init(stored bytes: [UInt8]?, in store: any WorkspaceStore) throws(ImageBuildError) {
        do {
            try self.init(parsing: bytes)
        } catch {
            throw ImageBuildError(
                .lockDamaged,
                "the image digests of the workspace cannot be read: \(error.reason)",
                at: SourceLocation(file: store.place(of: .imageDigests)),
                hint: "restore the file from version control, or remove it and resolve the images again"
            )
        }
    }
}
