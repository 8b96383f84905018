internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Adds the files for git to a workspace that lacks them, such as one from an export file that was made by hand.
    func addMissingGitFiles() throws(FileSystemError) {
        let root = try Directory(path: path)
        for file in WorkspaceLayout.gitFiles where try root.kind(file.name) == nil {
            try root.writeFile(file.name, Array(file.text.utf8))
        }
        try root.synchronize()
    }

    /// Returns findings for the files for git that are missing or have other content.
    func verifyGitFiles() throws -> [Diagnostic] {
        let root = try root()
        return WorkspaceLayout.gitFiles.compactMap { file in
            let text = Array(file.text.utf8)
            // A file that cannot be read, or is a link, counts as different too.
            guard (try? root.readFile(file.name, limit: text.count)) != text else { return nil }
            return WorkspaceDiagnostics.gitFileDiffers(path, file.name, file.text)
        }
    }
}
