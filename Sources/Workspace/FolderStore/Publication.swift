internal import AzureMLSupport
internal import AzureMLSystem

/// A version on its way into a workspace folder.
struct Publication {
    var record: RegistrationRecord
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

    /// Writes the files into a temporary folder and renames it to the version's.
    ///
    /// A version folder is never empty, so that the rename succeeds for one writer only.
    ///
    /// - Returns: Whether the version is in place; false when the name was taken.
    func publish(in entry: Directory, staging: Directory, known: LatestHint) throws -> Bool {
        try staging.withTemporaryDirectory(lockedFile: RegistrationRecord.fileName) { temporary in
            try publish(temporary, in: entry, staging: staging, known: known)
        }
    }

    private func publish(
        _ temporary: TemporaryDirectory,
        in entry: Directory,
        staging: Directory,
        known: LatestHint
    ) throws -> Bool {
        let isUnchanged: Bool
        do throws(FileSystemError) {
            for file in files { try temporary.directory.writeFile(file.name, file.bytes) }
            try temporary.fillLockedFile(record.bytes)
            try temporary.directory.synchronize()
            isUnchanged = try entry.stamp() == known.stamp
            try staging.rename(temporary.name, to: folderName, in: entry)
        } catch {
            // The first failure is the one to report; a leftover is removed by the next writer.
            try? staging.removeTemporaryDirectory(temporary.name)
            // A network file system can report a failure for a rename that it did: what lies there decides.
            if isInPlace(in: entry) {
                try entry.synchronize()
                return true
            }
            // A cleaner that cannot see this computer's locks can have taken the temporary folder.
            if error.isTaken || error.isMissing { return false }
            throw error
        }
        try entry.synchronize()
        if isUnchanged { leaveHint(in: staging, of: entry, known: known) }
        return true
    }

    /// Whether exactly this version lies there.
    private func isInPlace(in entry: Directory) -> Bool {
        guard let folder = try? entry.directory(folderName) else { return false }
        let found = try? RegistrationRecord(
            in: folder,
            entryName: LocalPath.lastComponent(of: entry.path),
            versionName: folderName
        )
        return found == record
    }

    /// Leaves the hint if nothing but this version came since the versions were looked at.
    ///
    /// File systems that count folders as links tell that. Others do not, and there the next reader looks for itself.
    private func leaveHint(in local: Directory, of entry: Directory, known: LatestHint) {
        guard let stamp = try? entry.stamp(), stamp.links == known.stamp.links + 1 else { return }
        guard known.overview.sequence < record.sequence else { return }
        let overview = VersionOverview(
            latest: record.version,
            sequence: record.sequence,
            highestNumber: max(known.overview.highestNumber, VersionNumber.parse(record.version) ?? 0)
        )
        LatestHint(overview: overview, stamp: stamp).write(in: local)
    }
}
