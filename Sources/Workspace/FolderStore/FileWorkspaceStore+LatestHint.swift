internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Returns the overview of the versions in a name's folder, with the state of the folder for which it is valid.
    func overview(of entry: Directory) throws -> LatestHint {
        try overview(of: entry, local: openedLocalFolder(of: entry))
    }

    /// Returns the overview for a caller that has opened the local folder, if there is one.
    func overview(of entry: Directory, local: Directory?) throws -> LatestHint {
        try trustedHint(of: entry, local: local) ?? scan(entry)
    }

    /// Returns the folder of the latest version according to the hint; `nil` when the versions have to be read.
    func latestFolderByHint(of entry: Directory) throws -> String? {
        try trustedHint(of: entry, local: openedLocalFolder(of: entry))?.overview.latest.flatMap { latest in
            folderName(ofVersion: latest, in: entry)
        }
    }

    /// Returns the hint if it is still valid; `nil` otherwise.
    ///
    /// It is valid if the folder has not changed since, the latest version exists, no version has the next number, the
    /// versions that it lists as archived still are, and the latest one is not. A hint is written only if every later
    /// change to the folder shows in its stamp.
    private func trustedHint(of entry: Directory, local: Directory?) throws -> LatestHint? {
        let stamp = try entry.stamp()
        guard let hint = local.flatMap(LatestHint.read), hint.stamp == stamp,
            let latest = hint.overview.latest, try exists(latest, in: entry),
            let next = hint.overview.nextNumber, try entry.kind(String(next))?.isFolderOrLink != true,
            try isArchived(hint.overview.archivedSince, butNot: latest, in: entry)
        else { return nil }
        return hint
    }

    private func exists(_ version: String, in entry: Directory) throws -> Bool {
        guard let folderName = folderName(ofVersion: version, in: entry) else { return false }
        return try entry.kind(folderName) == .folder
    }

    private func isArchived(_ versions: [String], butNot latest: String, in entry: Directory) throws -> Bool {
        let archive = try ArchivedVersions(of: entry)
        return try ([latest] + versions).allSatisfy { version in
            guard let folderName = folderName(ofVersion: version, in: entry) else { return false }
            return try archive.contains(folderName) == (version != latest)
        }
    }

    /// Returns `nil` for an invalid version, because a hint can contain any text.
    private func folderName(ofVersion version: String, in entry: Directory) -> String? {
        try? EncodedName.encode(version: version, in: entry)
    }

    /// Reads every version once, and writes the hint.
    func scan(_ entry: Directory) throws -> LatestHint {
        // Created first, because creating it changes the folder's stamp. A folder that is not writable gets no hint.
        let local = try? localFolder(of: entry)
        // Before the versions are listed: a change while they are read has to be noticed too.
        let now = try? local?.stampOfNewFile()
        let stamp = try entry.stamp()
        var survey = VersionSurvey()
        let archive = try ArchivedVersions(of: entry)
        for name in try versionFolders(in: entry) {
            let record = try undamagedRecord(ofFolder: name, in: entry)
            if record == nil, try entry.kind(name)?.isFolderOrLink != true { continue }
            survey.record(record, inFolder: name, isArchived: try archive.contains(name))
        }
        let hint = LatestHint(overview: survey.overview, stamp: stamp)
        // A damaged version can become whole, as during a checkout, without a change of the folder's stamp.
        guard let local, survey.isWhole, hint.overview.latest != nil, try entry.stamp() == stamp else { return hint }
        let isSettled = now.map { stamp.isSettled(now: $0) } ?? false
        if try isSettled || countsFolders(stamp, of: entry) { hint.store(in: local) }
        return hint
    }

    /// Whether the link count of a folder counts the folders in it, so that a new version changes it, whatever the
    /// clock of the file system.
    private func countsFolders(_ stamp: DirectoryStamp, of entry: Directory) throws -> Bool {
        var count = 2
        for found in try entry.entries() {
            if try (found.kind ?? entry.kind(found.name)) == .folder { count += 1 }
        }
        return stamp.links == count
    }

    /// Returns the entries of a name's folder that can be versions: encoded names never begin with a dot.
    func versionFolders(in entry: Directory) throws -> [String] {
        try EncodedName.found(among: entry.names()).filter { !$0.hasPrefix(".") }
    }
}
