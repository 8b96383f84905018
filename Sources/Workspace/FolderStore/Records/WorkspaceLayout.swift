internal import AzureMLSupport
internal import AzureMLSystem

/// The paths of the files in a workspace folder, which tell them from files that are not part of a workspace.
enum WorkspaceLayout {
    /// The files that make git keep everything except this machine's own files, even names that the surrounding project
    /// ignores, such as `env/` or `*.whl`.
    static let gitFiles = [
        (name: ".gitattributes", text: "* -text\n"),
        (name: ".gitignore", text: "!*\n\(FileWorkspaceStore.localFolder)/\n"),
    ]
    /// The files directly in the workspace's own folder, in their order in an export file.
    static let rootFiles = gitFiles.map(\.name) + NoteName.shared.map(\.text) + [WorkspaceRecord.fileName]

    /// Returns the maximum size in bytes of a file of a workspace, other than one machine's own, with this path below
    /// the workspace's folder; `nil` when no such file can have this path.
    static func limit(ofFile path: String) -> Int? {
        let components = LocalPath.components(of: path)
        switch components.count {
        case 1: return rootFiles.contains(path) ? limit(ofRootFile: path) : nil
        case 3:
            let isBlob = BlobCollection.all.contains { $0.name == components[0] } && BlobName.isSHA256(components[1])
            return isBlob ? BlobName.maximumSize : nil
        case 4:
            guard DocumentCollection.all.contains(where: { $0.name == components[0] }), isVisible(components[1])
            else { return nil }
            return limit(ofFile: components[3], in: components[2])
        default: return nil
        }
    }

    /// Returns the maximum size in bytes of a file directly in the workspace's own folder.
    static func limit(ofRootFile name: String) -> Int {
        NoteName.shared.first { $0.text == name }?.limit ?? WorkspaceRecord.limit
    }

    private static func limit(ofFile name: String, in folder: String) -> Int? {
        switch folder {
        case LabelRecord.folderName: LabelRecord.limit
        case ArchivedVersions.folderName: ArchivedVersions.limit
        case _ where !isVisible(folder): nil
        case _ where name == RegistrationRecord.fileName: RegistrationRecord.limit
        default: FileWorkspaceStore.contentLimit
        }
    }

    private static func isVisible(_ name: String) -> Bool { name.utf8.first != UInt8(ascii: ".") }
}
