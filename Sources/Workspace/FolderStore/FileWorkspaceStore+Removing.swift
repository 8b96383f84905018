internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// The file in a temporary folder that names the version that is being removed.
    private static let intentFile = "removing"
    private static let intentLimit = 1 << 10

    /// Replaces the record of the version in one step with one that marks it as removed. The other files of the version
    /// are removed after that, by this call or by the next writer.
    package func remove(version: String, of name: String, in collection: DocumentCollection) async throws {
        let action = "delete version '\(version)' of '\(name)' in '\(path)'"
        let entry = try presentEntry(of: name, version: version, in: collection, action)
        do {
            try await changing(entry, action) { local in
                try remove(version, of: name, in: entry) { place in
                    try local.withTemporaryDirectory(lockedFile: Self.intentFile) { intent in
                        try remove(place, intent: intent, in: local)
                    }
                }
            }
        } catch let error as WorkspaceError where error.isDiskFull {
            // The hint can be made again, and the space that it takes is enough for the record of a deletion.
            guard freeSpaceOfHint(in: entry) else { throw error.explainingFullDisk }
            do {
                try await changing(entry, action) { local in
                    try remove(version, of: name, in: entry) { try remove($0, intent: nil, in: local) }
                }
            } catch let error as WorkspaceError where error.isDiskFull {
                throw error.explainingFullDisk
            }
        }
    }

    private func remove(
        _ version: String,
        of name: String,
        in entry: Directory,
        _ removePresent: (VersionPlace) throws -> Void
    ) throws {
        let place = try place(of: version, of: name, in: entry)
        // A marker that cannot be removed would stop the removal halfway.
        _ = try ArchivedVersions(of: entry)
        // Copying a workspace, or a power cut, can have left some of the files of a removed version.
        try place.record.isRemoved ? removeContent(of: place.folderName, in: entry) : removePresent(place)
    }

    private func freeSpaceOfHint(in entry: Directory) -> Bool {
        (try? entry.directory(Self.localFolder).remove(LatestHint.fileName)) != nil
    }

    /// Removes a version. Without an intent, for which a full disk may have no space, an interrupted removal is completed
    /// by the next call that removes the version.
    private func remove(_ place: VersionPlace, intent: TemporaryDirectory?, in local: Directory) throws {
        do {
            if let intent {
                try intent.fillLockedFile(Array(place.folderName.utf8))
                try intent.directory.synchronize()
                try local.synchronize()
            }
            // The staged record announces the removal: a call that labels a version looks for it after it wrote the
            // label, so that also on another computer, which does not see this computer's locks, one of the two notices
            // the other. A computer that removes the staged record as a leftover keeps this one from removing the
            // version before it has looked for labels again.
            try place.entry.directory(place.folderName).replaceFile(
                RegistrationRecord.fileName,
                with: place.record.removed.bytes,
                staging: local
            ) { try refuseLabels(of: place) }
            try removeContent(of: place.folderName, in: place.entry)
        } catch {
            // The first error is the one to report; the next writer completes the removal.
            if (try? undamagedRecord(ofFolder: place.folderName, in: place.entry))?.isRemoved == false {
                if let intent { try? local.removeTemporaryDirectory(intent.name) }
            }
            throw error
        }
        // The version is removed completely; if this temporary folder is not, the next writer removes it.
        if let intent { try? local.removeTemporaryDirectory(intent.name) }
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

    /// Throws an error if a version was removed, or if another computer has staged the record that removes it.
    func refuseRemoval(of place: VersionPlace, stagedIn local: Directory) throws {
        let removed = place.record.removed.bytes
        for name in try local.names() where name.hasPrefix(Directory.temporaryPrefix) {
            guard try local.kind(name) == .regularFile, try local.holds(removed, in: name) else { continue }
            throw WorkspaceError(
                .versionDeleted,
                "version '\(place.record.version)' of '\(place.record.name)' is being deleted",
                at: SourceLocation(file: "\(local.path)/\(name)"),
                hint: "try again later; if no program is deleting it, remove the file '\(local.path)/\(name)'"
            )
        }
        // After the staged records: the other computer moves such a record to the version.
        _ = try presentPlace(of: place.record.version, of: place.record.name, in: place.entry)
    }

    /// Completes a removal whose process ended before it was done.
    ///
    /// - Returns: Whether nothing is left to remove.
    func completeRemoval(namedIn abandoned: Directory, of entry: Directory) -> Bool {
        // Every other interrupted operation leaves only its temporary folder.
        guard let bytes = try? abandoned.readFile(Self.intentFile, limit: Self.intentLimit) else { return true }
        do {
            try removeContent(of: String(decoding: bytes, as: UTF8.self), in: entry)
            return true
        } catch {
            return false
        }
    }

    /// Removes everything except the record from a version that is marked as removed.
    private func removeContent(of folderName: String, in entry: Directory) throws {
        guard try undamagedRecord(ofFolder: folderName, in: entry)?.isRemoved == true else { return }
        let folder = try entry.directory(folderName)
        for name in try folder.names() where name != RegistrationRecord.fileName {
            // Two processes can complete the same removal, and removeTree ignores entries that are already gone.
            try folder.removeTree(name)
        }
        try folder.synchronize()
        try ArchivedVersions(of: entry).remove(folderName)
    }
}

extension Directory {
    /// Whether a file has exactly this content; false when another process has moved it away.
    fileprivate func holds(_ content: [UInt8], in name: String) throws(FileSystemError) -> Bool {
        do {
            return try readFile(name, limit: content.count) == content
        } catch let error where error.isMissing || error.isTooLarge {
            return false
        }
    }
}

extension WorkspaceError {
    fileprivate var isDiskFull: Bool { (underlying as? FileSystemError)?.isDiskFull == true }

    /// The error of a deletion for which the disk has no space left, which says why it needs any.
    fileprivate var explainingFullDisk: WorkspaceError {
        WorkspaceError(
            code,
            "\(message); a deletion first writes a small record, which keeps the version from being assigned again",
            at: location,
            hint: "free a few kilobytes on that disk and try again",
            underlying: underlying
        )
    }
}
