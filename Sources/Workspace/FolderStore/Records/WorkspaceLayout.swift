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
    static let rootFileLimit = 64 << 20

    /// Whether a file of a workspace, other than one machine's own, can have this path below the workspace's folder.
    static func holdsFile(_ path: String) -> Bool {
        let components = LocalPath.components(of: path)
        switch components.count {
        case 1: return rootFiles.contains(path)
        case 3: return BlobCollection.all.contains { $0.name == components[0] } && BlobName.isSHA256(components[1])
        case 4:
            guard DocumentCollection.all.contains(where: { $0.name == components[0] }) else { return false }
            return isVisible(components[1]) && (isVisible(components[2]) || besideVersions.contains(components[2]))
        default: return false
        }
    }

    private static let besideVersions = [LabelRecord.folderName, ArchivedVersions.folderName]

    private static func isVisible(_ name: String) -> Bool { name.utf8.first != UInt8(ascii: ".") }
}
