internal import AzureMLSupport
internal import AzureMLSystem

/// The archived versions of a name: one file for each, named like the version's folder.
struct VersionArchive {
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

    /// What the file of an archived version says: its true name.
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

extension FileWorkspaceStore {
    package func setArchived(
        _ isArchived: Bool,
        version: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws {
        let action = isArchived ? "archive" : "restore"
        try WorkspaceError.explaining("\(action) version '\(version)' of '\(name)' in '\(path)'") {
            let place = try presentPlace(of: version, of: name, in: collection)
            // No hint has to change: a reader asks whether what a hint says of archived versions is still so.
            guard isArchived else { return try VersionArchive(of: place.entry).remove(place.folderName) }
            let local = try writersFolder(of: place.entry)
            let archive = try place.entry.openOrCreateDirectory(VersionArchive.folderName)
            // Whoever made it may not have saved it yet.
            try place.entry.synchronize()
            try archive.replaceFile(
                place.folderName,
                with: VersionArchive.marker(of: place.record.version),
                staging: local
            )
        }
    }
}
