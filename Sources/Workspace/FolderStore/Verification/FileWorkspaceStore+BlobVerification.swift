internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Returns findings for blobs whose content does not match their hash, and for foreign files among the blobs.
    func verifyBlobs() throws -> [Diagnostic] {
        let root = try root()
        return try BlobCollection.all.flatMap { collection -> [Diagnostic] in
            guard try root.kind(collection.name) != nil else { return [] }
            return try findings(at: "\(root.path)/\(collection.name)") {
                let folder = try root.directory(collection.name)
                return try folder.names().flatMap { sha256 in try verifyBlobs(sha256, in: folder) }
            }
        }
    }

    private func verifyBlobs(_ sha256: String, in folder: Directory) throws -> [Diagnostic] {
        // Other programs leave their own files in any folder.
        guard BlobName.isSHA256(sha256) else { return [WorkspaceDiagnostics.foreignFile("\(folder.path)/\(sha256)")] }
        return try findings(at: "\(folder.path)/\(sha256)") {
            let files = try folder.directory(sha256)
            return try files.names().flatMap { fileName -> [Diagnostic] in
                let path = "\(files.path)/\(fileName)"
                if fileName.hasPrefix(".") { return [WorkspaceDiagnostics.foreignFile(path)] }
                return try findings(at: path) {
                    var hash = ContentHash()
                    try files.openFile(fileName).readPieces { piece in
                        try Task.checkCancellation()
                        hash.update(piece)
                    }
                    guard hash.hex == sha256 else { throw WorkspaceError.damagedBlob(path) }
                    return []
                }
            }
        }
    }

    /// Turns an error at one place into a finding, so that it does not hide the findings at other places.
    func findings(at path: String, _ work: () throws -> [Diagnostic]) throws -> [Diagnostic] {
        do {
            return try work()
        } catch let error as FileSystemError {
            return [WorkspaceDiagnostics.fileUnusable(WorkspaceError(error, doing: "read '\(path)'"), path)]
        } catch let error as WorkspaceError {
            return [WorkspaceDiagnostics.fileUnusable(error, path)]
        }
    }
}
