internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Calls a function with the folder of each name in a collection and with what the index remembers of it, several
    /// at the same time, and returns its results in the order of the folders.
    ///
    /// Many folders without a valid entry are entered into the index for the next call.
    func mapEntries<Result: Sendable>(
        of collection: Directory,
        _ transform: @escaping @Sendable (String, LatestIndex.Entry?) throws -> Result
    ) async throws -> [Result] {
        let folders = try EncodedName.found(among: collection.names()).filter { $0.utf8.first != UInt8(ascii: ".") }
        let index = try await LatestIndex(of: collection)
        let answers = try await folders.concurrentMap { folder in
            // An error, such as a missing permission, is that of the one name, and `transform` meets it too.
            let remembered = try? index.entry(of: folder, in: collection)
            return (result: try transform(folder, remembered?.withLatest), remembered: remembered)
        }
        let remembered = zip(folders, answers).map { (folder: $0, entry: $1.remembered) }
        if remembered.count(where: { $0.entry == nil }) > Self.greatestUnknownCount(among: folders.count) {
            // Without an index, only the next call takes longer.
            try? await updateIndex(of: collection, keeping: remembered)
        }
        return answers.map(\.result)
    }

    /// Writing the index takes about as long as reading this many names without it.
    private static func greatestUnknownCount(among count: Int) -> Int { 16 + count / 64 }

    private func updateIndex(
        of collection: Directory,
        keeping remembered: [(folder: String, entry: LatestIndex.Entry?)]
    ) async throws {
        let local = try openOrCreate(Self.localFolder, in: collection)
        // Before the states are read, so that every later change shows in them.
        let now = try local.stampOfNewFile()
        let entries = try await remembered.concurrentMap { folder, entry in
            let entry = try? entry ?? latestEntry(of: folder, in: collection, now: now)
            return entry.map { (folder: folder, entry: $0) }
        }
        LatestIndex.store(entries.compactMap(\.self), in: local)
    }

    /// Reads the latest version of a name for the index; `nil` when a later change might not show.
    private func latestEntry(
        of folderName: String,
        in collection: Directory,
        now: DirectoryStamp
    ) throws -> LatestIndex.Entry? {
        let (before, archive) = try (
            collection.state(folderName), collection.state(folderName, ArchivedVersions.folderName)
        )
        let entry = try collection.directory(folderName)
        // Stores the hint if it can. Without a hint, a damaged version may be the latest one, and can become whole again
        // without a change that shows.
        _ = try overview(of: entry)
        let versionFolder = try latestFolderByHint(of: entry)
        let record = try versionFolder.flatMap { try undamagedRecord(ofFolder: $0, in: entry) }
        let latest = record?.isRemoved == false ? versionFolder : nil
        let state = try LatestState(ofVersion: latest, of: folderName, hasArchive: archive != nil, in: collection)
        guard let state, state.folder == before, state.archive == archive, state.isSettled(now: now) else { return nil }
        // The record is read again, because it may have been replaced before its state was read.
        if let latest, try undamagedRecord(ofFolder: latest, in: entry) != record { return nil }
        return LatestIndex.Entry(
            name: record?.name ?? folderName,
            versionFolder: latest,
            hasArchive: archive != nil,
            fingerprint: state.fingerprint
        )
    }
}
