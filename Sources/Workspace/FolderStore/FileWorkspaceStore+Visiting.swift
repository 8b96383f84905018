package import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    package func forEach(
        _ selection: VersionSelection,
        in collection: DocumentCollection,
        _ visit: (StoredDocument) -> Void
    ) async throws -> [Diagnostic] {
        try WorkspaceError.explaining("read \(collection.name) in '\(path)'") {
            guard let folder = try folder(of: collection) else { return [] }
            var findings: [Diagnostic] = []
            for name in try EncodedName.found(among: folder.names()) where !name.hasPrefix(".") {
                try Task.checkCancellation()
                // A stray file is not a document; verify() reports it.
                guard try folder.kind(name)?.isFolderOrLink == true else { continue }
                findings += try report(at: "\(folder.path)/\(name)") {
                    PlaceReport(findings: try forEach(selection, in: folder.directory(name), visit))
                }.findings
            }
            return findings
        }
    }

    private func forEach(
        _ selection: VersionSelection,
        in entry: Directory,
        _ visit: (StoredDocument) -> Void
    ) throws -> [Diagnostic] {
        switch selection {
        case .latest:
            if let document = try latestDocument(in: entry) {
                visit(document)
                return []
            }
            // Without a latest version, every version is archived, removed or damaged; damaged ones are reported.
            let archive = try ArchivedVersions(of: entry)
            let candidates = try versionFolders(in: entry).filter { try !archive.contains($0) }
            return try forEach(candidates, in: entry) { _ in }
        case .all:
            return try forEach(versionFolders(in: entry), in: entry, visit)
        }
    }

    private func forEach(
        _ versionFolders: [String],
        in entry: Directory,
        _ visit: (StoredDocument) -> Void
    ) throws -> [Diagnostic] {
        try versionFolders.flatMap { name in
            try Task.checkCancellation()
            guard try entry.kind(name)?.isFolderOrLink == true else { return [Diagnostic]() }
            return try report(at: "\(entry.path)/\(name)") {
                do {
                    if let document = try document(inFolder: name, of: entry) { visit(document) }
                } catch let error as WorkspaceError where error.code == .versionDeleted {}
                return PlaceReport()
            }.findings
        }
    }
}
