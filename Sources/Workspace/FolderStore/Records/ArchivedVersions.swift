internal import AzureMLSupport
internal import AzureMLSystem

/// The archived versions of a name: one file for each, named like the version's folder.
struct ArchivedVersions {
    static let folderName = ".archived"

    /// `nil` when nothing was ever archived.
    private let folder: Directory?

    init(of entry: Directory) throws {
        // What is no folder archives nothing; verify() names it.
        folder = try entry.kind(Self.folderName) == .folder ? entry.directory(Self.folderName) : nil
    }

    func contains(_ versionFolder: String) throws -> Bool {
        try folder?.kind(versionFolder) == .regularFile
    }

    /// The names of all markers, and of whatever else lies there.
    var names: [String] {
        get throws { try folder?.names() ?? [] }
    }

    /// The content of the file of an archived version: its true name.
    static func marker(of version: String) -> [UInt8] {
        let value: JSONValue = ["version": JSONValue(version)]
        return value.fileBytes
    }

    /// Takes a version out, and saves that to disk.
    func remove(_ versionFolder: String) throws(FileSystemError) {
        guard let folder else { return }
        do {
            try folder.remove(versionFolder)
        } catch let error where error.isMissing {}
        try folder.synchronize()
    }
}
