internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Adds to a workspace that came without them, such as one that was packed by hand, the files that tell git what to
    /// keep.
    func addMissingGitFiles() throws(FileSystemError) {
        let root = try Directory(path: path)
        for file in Self.gitFiles where try root.kind(file.name) == nil {
            try root.writeFile(file.name, Array(file.text.utf8))
        }
        try root.synchronize()
    }

    /// Which of the files that tell git what to keep are missing, or say something else.
    func verifyGitFiles() throws -> [Diagnostic] {
        let root = try root()
        return Self.gitFiles.compactMap { file in
            let text = Array(file.text.utf8)
            // One that cannot be read, or is a link, does not say what it should either.
            guard (try? root.readFile(file.name, limit: text.count)) != text else { return nil }
            return .gitFileDiffers(path, file.name, file.text)
        }
    }
}

extension Diagnostic {
    fileprivate static func gitFileDiffers(_ path: String, _ name: String, _ text: String) -> Diagnostic {
        Diagnostic(
            code: "git-file-differs",
            severity: .warning,
            message: LocalizedText(
                english: "'\(path)/\(name)' is missing or says something else than in a new workspace, so that git can "
                    + "change files or keep what is one machine's own.",
                japanese: "「\(path)/\(name)」がないか、新しいワークスペースの内容と異なるため、git がファイルを変更したり、不要なファイルを管理したりする可能性があります。"
            ),
            location: SourceLocation(file: "\(path)/\(name)"),
            hint: FixHint("write it again: \(text.split(separator: "\n").joined(separator: ", then "))")
        )
    }
}
