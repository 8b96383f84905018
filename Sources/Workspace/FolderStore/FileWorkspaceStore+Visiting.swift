internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    package func map<Result: Sendable>(
        _ selection: VersionSelection,
        meeting condition: FileCondition?,
        in collection: DocumentCollection,
        _ transform: @escaping @Sendable (StoredDocument) -> Result
    ) async throws -> (results: [Result], unreadable: [UnreadableDocument]) {
        do {
            guard let folder = try folder(of: collection) else { return ([], []) }
            let answers = try await mapEntries(of: folder) { name, remembered -> ([Result], [UnreadableDocument]) in
                // A stray file is not a document; verify() reports it.
                guard try folder.kind(name)?.isFolderOrLink == true else { return ([], []) }
                var results: [Result] = []
                let unreadable = try Self.unreadable(at: "\(folder.path)/\(name)") {
                    let entry = try folder.directory(name)
                    let visit = Visit(entry: entry, condition: condition) { results.append(transform($0)) }
                    return selection == .all
                        ? try visitAll(visit, in: versionFolders(in: entry)) : try visitLatest(visit, remembered)
                }
                return (results, unreadable)
            }
            return (answers.flatMap(\.0), answers.flatMap(\.1))
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: "read \(collection.name) in '\(path)'")
        }
    }

    /// A name whose versions are read.
    private struct Visit {
        let entry: Directory
        let condition: FileCondition?
        let body: (StoredDocument) -> Void
    }

    private func visitLatest(_ visit: Visit, _ remembered: LatestIndex.Entry?) throws -> [UnreadableDocument] {
        let read = { folderName in
            let document = try document(inFolder: folderName, of: visit.entry, meeting: visit.condition)
            document.map(visit.body)
        }
        if let versionFolder = remembered?.versionFolder {
            do {
                try read(versionFolder)
                return []
            } catch let error as WorkspaceError where error.code == .versionDeleted {}
        }
        if try readLatest(in: visit.entry, knownFrom: overview(of: visit.entry).overview, read) != nil { return [] }
        // Without a latest version, every version is archived, removed or damaged; damaged ones are reported.
        let archive = try ArchivedVersions(of: visit.entry)
        let candidates = try versionFolders(in: visit.entry).filter { try !archive.contains($0) }
        return try visitAll(Visit(entry: visit.entry, condition: visit.condition) { _ in }, in: candidates)
    }

    private func visitAll(_ visit: Visit, in versionFolders: [String]) throws -> [UnreadableDocument] {
        try versionFolders.flatMap { name in
            try Task.checkCancellation()
            guard try visit.entry.kind(name)?.isFolderOrLink == true else { return [UnreadableDocument]() }
            return try Self.unreadable(at: "\(visit.entry.path)/\(name)") {
                do {
                    try document(inFolder: name, of: visit.entry, meeting: visit.condition).map(visit.body)
                } catch let error as WorkspaceError where error.code == .versionDeleted {}
                return []
            }
        }
    }

    /// Turns an error at one place into an unreadable document, so that it does not hide the documents elsewhere.
    private static func unreadable(
        at path: String,
        _ work: () throws -> [UnreadableDocument]
    ) throws -> [UnreadableDocument] {
        let failure: WorkspaceError
        do {
            return try work()
        } catch let error as FileSystemError {
            failure = WorkspaceError(error, doing: "read '\(path)'")
        } catch let error as WorkspaceError {
            failure = error
        }
        return [UnreadableDocument(error: failure, finding: WorkspaceDiagnostics.unusable(failure, path))]
    }
}
