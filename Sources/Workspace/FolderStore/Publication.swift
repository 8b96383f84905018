internal import AzureMLSupport
internal import AzureMLSystem

/// A version that is being written to a workspace folder.
struct Publication {
    enum Outcome {
        case inPlace, taken
        /// Another computer, which does not see this computer's locks, removed the temporary folder.
        case lost(FileSystemError)
    }

    var record: RegistrationRecord
    var recordBytes: [UInt8]
    var files: [DocumentFile]
    var folderName: String

    var document: StoredDocument {
        StoredDocument(
            name: record.name,
            version: record.version,
            sequence: record.sequence,
            contentHash: record.contentHash,
            secretReferences: record.secretReferences,
            files: files.sorted { $0.name.exact < $1.name.exact }
        )
    }

    /// Writes the files to a temporary folder and renames it to the version's folder.
    ///
    /// A version folder is never empty, so the rename succeeds for one writer only.
    ///
    /// - Returns: Whether the version is in place, and the reason if not.
    func publish(in entry: Directory, staging: Directory, known: LatestHint) throws -> Outcome {
        try staging.withTemporaryDirectory(lockedFile: RegistrationRecord.fileName) { temporary in
            try publish(temporary, in: entry, staging: staging, known: known)
        }
    }

    private func publish(
        _ temporary: TemporaryDirectory,
        in entry: Directory,
        staging: Directory,
        known: LatestHint
    ) throws -> Outcome {
        let isUnchanged: Bool
        do throws(FileSystemError) {
            for file in files { try temporary.directory.writeFile(file.name, file.bytes) }
            try temporary.fillLockedFile(recordBytes)
            try temporary.directory.synchronize()
            isUnchanged = try entry.stamp() == known.stamp
            try staging.rename(temporary.name, to: folderName, in: entry)
        } catch {
            // The first error is the one to report; the next writer removes a leftover.
            try? staging.removeTemporaryDirectory(temporary.name)
            // A network file system can report an error for a rename that succeeded, so the target folder decides.
            if isInPlace(in: entry) {
                try entry.synchronize()
                return .inPlace
            }
            if error.isMissing { return .lost(error) }
            if error.isTaken { return .taken }
            // Not every file system reports a taken name as such: sshfs reports the lack of a permission.
            if error.operation == .rename, isTaken(in: entry) { return .taken }
            throw error
        }
        try entry.synchronize()
        if isUnchanged { storeHint(in: staging, of: entry, known: known) }
        return .inPlace
    }

    /// Whether another version, or a link to where one was moved, has the name of the target folder.
    private func isTaken(in entry: Directory) -> Bool {
        (try? entry.kind(folderName))?.isFolderOrLink == true
    }

    /// Whether exactly this version is in the target folder.
    private func isInPlace(in entry: Directory) -> Bool {
        guard let folder = try? entry.directory(folderName) else { return false }
        let found = try? RegistrationRecord(
            in: folder,
            entryName: LocalPath.lastComponent(of: entry.path),
            versionName: folderName
        )
        return found == record
    }

    /// Writes the hint if only this version was added since the versions were read.
    ///
    /// File systems that count folders as links show that. On other file systems, the next reader reads the versions.
    private func storeHint(in local: Directory, of entry: Directory, known: LatestHint) {
        guard let stamp = try? entry.stamp(), stamp.links == known.stamp.links + 1 else { return }
        guard known.overview.sequence < record.sequence else { return }
        let overview = VersionOverview(
            latest: record.version,
            sequence: record.sequence,
            highestNumber: max(known.overview.highestNumber, VersionNumber.parse(record.version) ?? 0)
        )
        LatestHint(overview: overview, stamp: stamp).store(in: local)
    }
}
