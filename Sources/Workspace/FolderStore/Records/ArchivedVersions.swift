internal import AzureMLSupport
internal import AzureMLSystem

/// The archived versions of a name: one marker file for each, named like the version's folder.
struct ArchivedVersions {
    static let folderName = ".archived"
    static let limit = 1 << 16

    /// `nil` when nothing was ever archived.
    private let folder: Directory?

    init(of entry: Directory) throws {
        folder = try entry.storedFolder(Self.folderName)
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

    /// Throws an error if the marker of a version is not what this SDK writes.
    func checkMarker(of versionFolder: String) throws {
        guard let folder else { return }
        let path = "\(folder.path)/\(versionFolder)"
        try WorkspaceError.explainingDamage(of: path) {
            let value = try JSONValue(parsing: folder.readFile(versionFolder, limit: Self.limit), file: path)
            guard let version = value["version"].string else {
                throw WorkspaceError.damaged(path, "the member 'version' is missing or not a string")
            }
            guard try EncodedName.forms(of: DocumentName(version, kind: "version")).contains(versionFolder) else {
                throw WorkspaceError.damaged(path, "the version '\(version)' belongs in another file")
            }
        }
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
