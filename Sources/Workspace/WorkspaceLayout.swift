internal import AzureMLSupport

/// Where the files of a workspace folder lie, for telling them from those that are not a workspace's.
enum WorkspaceLayout {
    /// What lies in the workspace's own folder: its record, what git is told, and the digests of images.
    static let rootFiles = [".gitattributes", ".gitignore", "image-digests.json", WorkspaceRecord.fileName]
    static let rootFileLimit = 64 << 20

    /// Whether a file of a workspace that is not one machine's own can have that path.
    static func holdsFile(_ path: [String]) -> Bool {
        guard let first = path.first else { return false }
        if path.count == 1 { return rootFiles.contains(first) }
        if BlobCollection.all.contains(where: { $0.name == first }) {
            return path.count == 3 && isSHA256(path[1])
        }
        guard DocumentCollection.all.contains(where: { $0.name == first }), path.count == 4 else { return false }
        return isVisible(path[1]) && (isVisible(path[2]) || isBesideVersions(path[2]))
    }

    /// Whether a folder in a workspace can have that path.
    static func holdsFolder(_ path: [String]) -> Bool {
        switch path.count {
        case 1: (DocumentCollection.all.map(\.name) + BlobCollection.all.map(\.name)).contains(path[0])
        case 2: holdsFile(path + ["file"]) || holdsFile(path + ["version", "file"])
        case 3: holdsFile(path + ["file"])
        default: false
        }
    }

    private static func isBesideVersions(_ name: String) -> Bool {
        name == LabelRecord.folderName || name == VersionArchive.folderName
    }

    private static func isVisible(_ name: String) -> Bool { !name.hasPrefix(".") }

    private static func isSHA256(_ name: String) -> Bool {
        name.utf8.count == 64
            && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
