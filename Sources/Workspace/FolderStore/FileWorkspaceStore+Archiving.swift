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
            // No hint has to change: a reader asks whether what a hint says of archived versions is still so.
            guard isArchived else { return try ArchivedVersions(of: place.entry).remove(place.folderName) }
            let local = try writersFolder(of: place.entry)
            let archive = try place.entry.openOrCreateDirectory(ArchivedVersions.folderName)
            // Whoever made it may not have saved it yet.
            try place.entry.synchronize()
            try archive.replaceFile(
                place.folderName,
                with: ArchivedVersions.marker(of: place.record.version),
                staging: local
            )
        }
    }
}
