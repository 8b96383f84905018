internal import AzureMLSupport
internal import Workspace

extension ImageDigestLock {
    /// Reads the lockfile that a workspace stores; a missing one counts as empty.
    init(stored bytes: [UInt8]?) throws(ImageBuildError) {
        do {
            try self.init(parsing: bytes)
        } catch {
            throw ImageBuildError(
                .lockDamaged,
                "the image digests of the workspace cannot be read: \(error.reason)",
                at: SourceLocation(file: NoteName.imageDigests.text),
                hint: "restore the file from version control, or remove it and resolve the images again"
            )
        }
    }
}
