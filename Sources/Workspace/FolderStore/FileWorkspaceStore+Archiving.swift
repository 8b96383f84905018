internal import AzureMLSupport
internal import AzureMLSystem

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
            // The hint needs no update: a reader compares its archived versions with those in the folder.
            guard isArchived else { return try ArchivedVersions(of: place.entry).remove(place.folderName) }
            let local = try writersFolder(of: place.entry)
            let archive = try place.entry.openOrCreateDirectory(ArchivedVersions.folderName)
            // Another process may have created this folder without fsyncing its parent yet.
            try place.entry.synchronize()
            try archive.replaceFile(
                place.folderName,
                with: ArchivedVersions.marker(of: place.record.version),
                staging: local
            )
        }
    }
}
