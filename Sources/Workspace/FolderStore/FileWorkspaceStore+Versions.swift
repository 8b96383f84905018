internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// The folder and the record of a version that is to be changed.
    struct VersionPlace {
        let entry: Directory
        let folderName: String
        let record: RegistrationRecord
    }

    /// Returns the folder of a name that has a version to change, without reading the version.
    func presentEntry(
        of name: String,
        version: String,
        in collection: DocumentCollection,
        _ action: @autoclosure () -> String
    ) throws -> Directory {
        let name = try DocumentName(name, kind: "name")
        let version = try DocumentName(version, kind: "version")
        return try WorkspaceError.explaining(action()) {
            guard let entry = try entry(of: name, in: collection) else {
                throw WorkspaceError.versionNotFound(version.text, of: name.text)
            }
            return entry
        }
    }

    /// Finds a version, even if it was removed; throws an error if it was never stored.
    func place(of version: String, of name: String, in entry: Directory) throws -> VersionPlace {
        let name = try DocumentName(name, kind: "name")
        let version = try DocumentName(version, kind: "version")
        let folderName = try EncodedName.encode(version, in: entry)
        guard try entry.kind(folderName)?.isFolderOrLink == true else {
            throw WorkspaceError.versionNotFound(version.text, of: name.text)
        }
        let record = try RegistrationRecord(
            in: entry.directory(folderName),
            entryName: LocalPath.lastComponent(of: entry.path),
            versionName: folderName
        )
        return VersionPlace(entry: entry, folderName: folderName, record: record)
    }

    /// Finds a version; throws an error if it was removed or never stored.
    func presentPlace(of version: String, of name: String, in entry: Directory) throws -> VersionPlace {
        let place = try place(of: version, of: name, in: entry)
        if place.record.isRemoved { throw WorkspaceError.versionDeleted(place.record.version, of: place.record.name) }
        return place
    }

    package func history(of name: String, in collection: DocumentCollection) async throws -> [StoredVersion] {
        let name = try DocumentName(name, kind: "name")
        return try WorkspaceError.explaining("list the versions of '\(name)' in '\(path)'") {
            guard let entry = try entry(of: name, in: collection) else { return [] }
            let labels = try labelsByVersion(in: entry)
            let archive = try ArchivedVersions(of: entry)
            return try versionFolders(in: entry)
                .compactMap { folderName in
                    guard let record = try undamagedRecord(ofFolder: folderName, in: entry), !record.isRemoved else {
                        return nil
                    }
                    return StoredVersion(
                        version: record.version,
                        sequence: record.sequence,
                        contentHash: record.contentHash,
                        labels: labels[folderName] ?? [],
                        isArchived: try archive.contains(folderName)
                    )
                }
                .sorted { VersionRank($0) < VersionRank($1) }
        }
    }
}
