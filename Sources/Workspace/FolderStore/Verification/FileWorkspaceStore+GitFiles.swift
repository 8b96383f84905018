internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Adds to a workspace that came without them, such as one that was packed by hand, the files that tell git what to
    /// keep.
    func addMissingGitFiles() throws(FileSystemError) {
        let root = try Directory(path: path)
        for file in WorkspaceLayout.gitFiles where try root.kind(file.name) == nil {
            try root.writeFile(file.name, Array(file.text.utf8))
        }
        try root.synchronize()
    }

    /// Which of the files that tell git what to keep are missing, or say something else.
    func verifyGitFiles() throws -> [Diagnostic] {
        let root = try root()
        return WorkspaceLayout.gitFiles.compactMap { file in
            let text = Array(file.text.utf8)
            // One that cannot be read, or is a link, does not say what it should either.
            guard (try? root.readFile(file.name, limit: text.count)) != text else { return nil }
            return .gitFileDiffers(path, file.name, file.text)
        }
    }
}
