internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    package func setArchived(
        _ isArchived: Bool,
        version: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws {
        let action = "\(isArchived ? "archive" : "restore") version '\(version)' of '\(name)' in '\(path)'"
        let entry = try presentEntry(of: name, version: version, in: collection, action)
        try await changing(entry, action) { local in
            let place = try presentPlace(of: version, of: name, in: entry)
            // The hint needs no update: a reader compares its archived versions with those in the folder.
            guard isArchived else { return try ArchivedVersions(of: entry).remove(place.folderName) }
            let archive = try openOrCreate(ArchivedVersions.folderName, in: entry)
            // Another process may have created this folder without fsyncing its parent yet.
            try entry.synchronize()
            try archive.replaceFile(
                place.folderName,
                with: ArchivedVersions.marker(of: place.record.version),
                staging: local
            )
            do {
                // A deletion on another computer does not see this computer's locks.
                _ = try presentPlace(of: version, of: name, in: entry)
            } catch let error as WorkspaceError where error.code == .versionDeleted {
                try ArchivedVersions(of: entry).remove(place.folderName)
                throw error
            }
        }
    }

    /// Removes the archive marker of a version that does not exist: it would hide the version that is stored next.
    ///
    /// Such a marker comes with a merge, or with files that were copied one by one.
    func removeStrayMarker(of versionFolder: String, in entry: Directory) async throws {
        guard try ArchivedVersions(of: entry).contains(versionFolder), try entry.kind(versionFolder) == nil else {
            return
        }
        try await changing(entry, "remove the stray archive marker of '\(versionFolder)' in '\(entry.path)'") { _ in
            // Another process may have stored and archived this version before this one got the lock.
            guard try entry.kind(versionFolder) == nil else { return }
            try ArchivedVersions(of: entry).remove(versionFolder)
        }
    }
}
