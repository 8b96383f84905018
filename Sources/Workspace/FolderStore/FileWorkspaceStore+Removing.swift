internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// The file in a temporary folder that says which version is being removed.
    private static let removalFile = "removing"
    private static let removalLimit = 1 << 10

    /// The record that says that the version is removed takes the place of its record in one step. What else the
    /// version holds is removed after that, by this call or by the next writer.
    package func remove(version: String, of name: String, in collection: DocumentCollection) async throws {
        try WorkspaceError.explaining("delete version '\(version)' of '\(name)' in '\(path)'") {
            let place = try place(of: version, of: name, in: collection)
            let local = try writersFolder(of: place.entry)
            guard !place.record.isRemoved else {
                // A copy, or a computer that was switched off, can have left files of it.
                return try removeContent(of: place.folderName, in: place.entry)
            }
            try refuseLabels(of: place)
            try local.withTemporaryDirectory(lockedFile: Self.removalFile) { intent in
                try remove(place, announcing: intent, in: local)
            }
        }
    }

    private func remove(_ place: VersionPlace, announcing intent: TemporaryDirectory, in local: Directory) throws {
        do {
            try intent.fillLockedFile(Array(place.folderName.utf8))
            try intent.directory.synchronize()
            try local.synchronize()
            try place.entry.directory(place.folderName)
                .replaceFile(RegistrationRecord.fileName, with: place.record.removed.bytes, staging: local)
            try removeContent(of: place.folderName, in: place.entry)
        } catch {
            // The first failure is the one to report; the next writer completes the removal.
            if (try? undamagedRecord(ofFolder: place.folderName, in: place.entry))?.isRemoved == false {
                try? local.removeTemporaryDirectory(intent.name)
            }
            throw error
        }
        // Nothing of the version is left; the next writer removes the rest of the intent.
        try? local.removeTemporaryDirectory(intent.name)
    }

    private func refuseLabels(of place: VersionPlace) throws {
        guard let labels = try labelsByVersion(in: place.entry)[place.folderName] else { return }
        throw WorkspaceError.versionLabelled(
            place.record.version,
            of: place.record.name,
            labels,
            at: SourceLocation(file: "\(place.entry.path)/\(place.folderName)")
        )
    }

    /// Completes the removal that a process began which was ended meanwhile.
    ///
    /// - Returns: Whether nothing is left of it.
    func completeRemoval(namedIn abandoned: Directory, of entry: Directory) -> Bool {
        // Anything else that was begun leaves nothing but its temporary folder.
        guard let bytes = try? abandoned.readFile(Self.removalFile, limit: Self.removalLimit) else { return true }
        do {
            try removeContent(of: String(decoding: bytes, as: UTF8.self), in: entry)
            return true
        } catch {
            return false
        }
    }

    /// Leaves nothing of a version that was removed but the record that says so.
    private func removeContent(of folderName: String, in entry: Directory) throws {
        guard try undamagedRecord(ofFolder: folderName, in: entry)?.isRemoved == true else { return }
        let folder = try entry.directory(folderName)
        for name in try folder.names() where name != RegistrationRecord.fileName {
            // Two processes can complete one removal.
            try folder.removeTree(name)
        }
        try folder.synchronize()
        try ArchivedVersions(of: entry).remove(folderName)
    }
}
