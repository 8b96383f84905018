internal import AzureMLSupport
internal import AzureMLSystem

/// What a machine remembers of the versions of one name, and the state of their folder that it was true for.
struct LatestHint: Hashable {
    static let fileName = "latest.json"
    private static let limit = 1 << 16

    var overview: VersionOverview
    var stamp: DirectoryStamp

    var bytes: [UInt8] {
        let value: JSONValue = [
            "latest": overview.latest.map { JSONValue($0) } ?? .null,
            "sequence": JSONValue(overview.sequence),
            "highest_number": JSONValue(overview.highestNumber),
            "archived_since": JSONValue(overview.archivedSince.map { JSONValue($0) }),
            "seconds": JSONValue(stamp.seconds),
            "nanoseconds": JSONValue(stamp.nanoseconds),
            "links": JSONValue(stamp.links),
            "size": JSONValue(stamp.size),
        ]
        return value.fileBytes
    }

    /// The hint in the folder of a name; `nil` when there is none that can be read.
    static func read(in entry: Directory) -> LatestHint? {
        guard
            let local = try? entry.directory(FileWorkspaceStore.localFolder),
            let bytes = try? local.readFile(fileName, limit: limit),
            let value = try? JSONValue(parsing: bytes),
            let latest = value["latest"].string,
            let sequence = value["sequence"].int, (1...RegistrationRecord.greatestSequence).contains(sequence),
            let highestNumber = value["highest_number"].int, highestNumber >= 0,
            let archivedSince = value["archived_since"].array,
            let seconds = value["seconds"].int, let nanoseconds = value["nanoseconds"].int,
            let links = value["links"].int, let size = value["size"].int
        else { return nil }
        return LatestHint(
            overview: VersionOverview(
                latest: latest,
                sequence: sequence,
                highestNumber: highestNumber,
                archivedSince: archivedSince.map { $0.string ?? "" }
            ),
            stamp: DirectoryStamp(seconds: seconds, nanoseconds: nanoseconds, links: links, size: size)
        )
    }

    /// Leaves the hint for the next reader; where it cannot be written, the next reader looks for itself.
    func write(in local: Directory) {
        try? local.replaceFile(Self.fileName, with: bytes, staging: local, durably: false)
    }
}

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
        let archive = try VersionArchive(of: entry)
        return try ([latest] + versions).allSatisfy { version in
            guard let folderName = folderName(ofVersion: version) else { return false }
            return try archive.contains(folderName) == (version != latest)
        }
    }

    /// `nil` for a version that cannot be: a hint can say anything.
    private func folderName(ofVersion version: String) -> String? {
        (try? DocumentName(version, kind: "version")).map(EncodedName.encode)
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
        let archive = try VersionArchive(of: entry)
        for name in try versionFolders(in: entry) {
            let record = try undamagedRecord(ofFolder: name, in: entry)
            if record == nil, try !holdsVersion(name, in: entry) { continue }
            survey.see(record, inFolder: name, isArchived: try archive.contains(name))
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
