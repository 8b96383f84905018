internal import AzureMLSupport
internal import AzureMLSystem

/// The latest versions of all names of a collection as this machine remembers them, each with a fingerprint of the state
/// in which it was read.
struct LatestIndex: Sendable {
    static let fileName = "latest-versions.txt"
    /// Enough for half a million names. A collection with more is read without an index.
    private static let limit = 64 << 20

    /// The latest version of a name, which was whole and neither archived nor removed.
    struct Entry: Sendable, Hashable {
        /// The name before encoding.
        let name: String
        /// The folder of the version; `nil` when no latest version was certain. Such an entry only says that looking
        /// again is in vain.
        let versionFolder: String?
        /// Whether the folder of archive marks existed. Making it changes the state of the name's folder.
        let hasArchive: Bool
        let fingerprint: String

        /// The entry, if it has a latest version.
        var withLatest: Entry? { versionFolder == nil ? nil : self }
    }

    /// The entries, keyed by the name's folder.
    private let entries: [String: Entry]

    /// The entry of a name's folder, if nothing has changed there since; `nil` otherwise.
    func entry(of folder: String, in collection: Directory) throws(FileSystemError) -> Entry? {
        guard let entry = entries[folder],
            let state = try LatestState(
                ofVersion: entry.versionFolder,
                of: folder,
                hasArchive: entry.hasArchive,
                in: collection
            ), state.fingerprint == entry.fingerprint
        else { return nil }
        return entry
    }
}

/// The file with the index: a line for each name, and last the SHA-256 of all lines before it.
extension LatestIndex {
    /// Reads the index of a collection; it is empty when there is no readable one.
    init(of collection: Directory) async throws {
        let lines = try await Self.blocks(of: collection).concurrentMap { block in
            block.split(separator: .newline).compactMap(Self.entry)
        }
        entries = Dictionary(lines.joined()) { _, last in last }
    }

    /// The lines of the index in blocks, which are parsed at the same time.
    private static func blocks(of collection: Directory) -> [[UInt8]] {
        guard let local = try? collection.directory(FileWorkspaceStore.localFolder),
            let bytes = try? local.readFile(fileName, limit: limit),
            let end = bytes.dropLast().lastIndex(of: .newline),
            bytes[(end + 1)...].dropLast().elementsEqual(ContentHash.sha256Hex(Array(bytes[...end])).utf8)
        else { return [] }
        var blocks: [[UInt8]] = []
        var rest = bytes[...end]
        while !rest.isEmpty {
            let blockEnd = rest.dropFirst(blockLength).firstIndex(of: .newline) ?? end
            blocks.append(Array(rest[...blockEnd]))
            rest = rest[(blockEnd + 1)...]
        }
        return blocks
    }

    private static let blockLength = 4096

    /// Writes the index for the next reader; if that fails, the next reader reads the records.
    static func store(_ entries: [(folder: String, entry: Entry)], in local: Directory) {
        let lines = entries.map { folder, entry in
            let name = entry.name.exact == folder.exact ? "" : entry.name
            let versionFolder = entry.versionFolder ?? ""
            return "\(entry.fingerprint)\t\(entry.hasArchive ? "a" : "")\t\(versionFolder)\t\(folder)\t\(name)\n"
        }
        let bytes = Array(lines.joined().utf8)
        let hash = Array("\(ContentHash.sha256Hex(bytes))\n".utf8)
        guard bytes.count + hash.count <= limit else { return }
        try? local.replaceCache(fileName, with: bytes + hash)
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (String, Entry)? {
        let fields = line.split(separator: .tab, omittingEmptySubsequences: false)
        guard fields.count == 5 else { return nil }
        let folder = String(decoding: fields[3], as: UTF8.self)
        let name = fields[4].isEmpty ? folder : String(decoding: fields[4], as: UTF8.self)
        let versionFolder = fields[2].isEmpty ? nil : String(decoding: fields[2], as: UTF8.self)
        let isPlain = versionFolder == nil || fields[4].isEmpty && EncodedName.isOwnForm(fields[3])
        guard isPlain || isEncoded(name, as: folder) else { return nil }
        let entry = Entry(
            name: name,
            versionFolder: versionFolder,
            hasArchive: !fields[1].isEmpty,
            fingerprint: String(decoding: fields[0], as: UTF8.self)
        )
        return (folder, entry)
    }

    private static func isEncoded(_ name: String, as folder: String) -> Bool {
        guard let name = try? DocumentName(name, kind: "name") else { return false }
        return EncodedName.forms(of: name).contains(folder)
    }
}

/// The states of everything on which the latest version of a name depends.
struct LatestState {
    /// The folder of the name: a change of its versions, and of the kinds of facts about them, changes it.
    let folder: FileState
    /// The folder of archive marks: a change of the marks changes it.
    let archive: FileState?
    /// The version's record: a removed version gets another one. `nil` without a version.
    let record: FileState?

    /// Returns `nil` when one of them is not there.
    init?(
        ofVersion versionFolder: String?,
        of folderName: String,
        hasArchive: Bool,
        in collection: Directory
    ) throws(FileSystemError) {
        guard let folder = try collection.state(folderName) else { return nil }
        record = try versionFolder.flatMap { version throws(FileSystemError) in
            try collection.state(folderName, version, RegistrationRecord.fileName)
        }
        if versionFolder != nil, record == nil { return nil }
        archive = hasArchive ? try collection.state(folderName, ArchivedVersions.folderName) : nil
        guard hasArchive == (archive != nil) else { return nil }
        self.folder = folder
    }

    var fingerprint: String {
        let bytes = folder.bytes + (record?.bytes ?? []) + (archive?.bytes ?? [])
        return String(ContentHash.sha256Hex(bytes).prefix(32))
    }

    /// Whether every later change will show.
    func isSettled(now: DirectoryStamp) -> Bool {
        [folder, record, archive].allSatisfy { $0?.stamp.isSettled(now: now) ?? true }
    }
}
