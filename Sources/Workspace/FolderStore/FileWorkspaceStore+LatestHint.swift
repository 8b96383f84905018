internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// What is known of the versions in the folder of a name, with the state of the folder that it holds for.
    func overview(of entry: Directory) throws -> LatestHint {
        try believedHint(of: entry) ?? scan(entry)
    }

    /// The folder of the latest version by the hint alone; `nil` when the versions have to be looked at.
    func latestFolderByHint(of entry: Directory) throws -> String? {
        try believedHint(of: entry)?.overview.latest.flatMap(folderName(ofVersion:))
    }

    /// The hint is believed when the folder did not change since, no folder has the next number (a number can be taken
    /// within the same tick of the file system's clock), and what it takes for archived is, and nothing else.
    private func believedHint(of entry: Directory) throws -> LatestHint? {
        let stamp = try entry.stamp()
        guard let hint = LatestHint.read(in: entry), hint.stamp == stamp,
            let latest = hint.overview.latest, try exists(latest, in: entry),
            let next = hint.overview.nextNumber, try !holdsVersion(String(next), in: entry),
            try isArchived(hint.overview.archivedSince, butNot: latest, in: entry)
        else { return nil }
        return hint
    }

    private func exists(_ version: String, in entry: Directory) throws -> Bool {
        guard let folderName = folderName(ofVersion: version) else { return false }
        return try entry.kind(folderName) == .folder
    }

    private func isArchived(_ versions: [String], butNot latest: String, in entry: Directory) throws -> Bool {
        let archive = try ArchivedVersions(of: entry)
        return try ([latest] + versions).allSatisfy { version in
            guard let folderName = folderName(ofVersion: version) else { return false }
            return try archive.contains(folderName) == (version != latest)
        }
    }

    /// `nil` for a version that cannot be: a hint can say anything.
    private func folderName(ofVersion version: String) -> String? {
        try? EncodedName.encode(version: version)
    }

    /// Whether a version has that name: a folder, or a link to where it lies now. A stray file is no version.
    private func holdsVersion(_ name: String, in entry: Directory) throws -> Bool {
        switch try entry.kind(name) {
        case .folder, .link: true
        case .regularFile, .other, nil: false
        }
    }

    /// Looks at every version once, and leaves the hint.
    func scan(_ entry: Directory) throws -> LatestHint {
        // Made first, because making it changes the folder's stamp; a folder that may not be written has no hint.
        let local = try? localFolder(of: entry)
        let stamp = try entry.stamp()
        var survey = VersionSurvey()
        let archive = try ArchivedVersions(of: entry)
        for name in try versionFolders(in: entry) {
            let record = try undamagedRecord(ofFolder: name, in: entry)
            if record == nil, try !holdsVersion(name, in: entry) { continue }
            survey.record(record, inFolder: name, isArchived: try archive.contains(name))
        }
        let hint = LatestHint(overview: survey.overview, stamp: stamp)
        // A damaged version can become whole, as during a checkout, and the folder's stamp would not show it.
        if let local, survey.isWhole, hint.overview.latest != nil, try entry.stamp() == stamp { hint.write(in: local) }
        return hint
    }

    /// The names in the folder of a name that can be versions: encoded names never begin with a dot.
    func versionFolders(in entry: Directory) throws -> [String] {
        try entry.names().filter { !$0.hasPrefix(".") }
    }
}
