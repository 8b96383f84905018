internal import AzureMLSupport
internal import AzureMLSystem

/// The archived versions of a name: one marker file for each, named like the version's folder.
struct ArchivedVersions {
    static let folderName = ".archived"

    /// `nil` when nothing was ever archived.
    private let folder: Directory?

    init(of entry: Directory) throws {
        // Anything but a folder archives nothing; verify() reports it.
        folder = try entry.kind(Self.folderName) == .folder ? entry.directory(Self.folderName) : nil
    }

    func contains(_ versionFolder: String) throws -> Bool {
        try folder?.kind(versionFolder) == .regularFile
    }

    /// The names of all markers, and of any other entries in the folder.
    var names: [String] {
        get throws { try folder?.names() ?? [] }
    }

    /// Returns the content of the marker file of an archived version: the version before encoding.
    static func marker(of version: String) -> [UInt8] {
        let value: JSONValue = ["version": JSONValue(version)]
        return value.fileBytes
    }

    /// Removes the marker of a version and fsyncs the folder.
    func remove(_ versionFolder: String) throws(FileSystemError) {
        guard let folder else { return }
        do {
            try folder.remove(versionFolder)
        } catch let error where error.isMissing {}
        try folder.synchronize()
    }
}
