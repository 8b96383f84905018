internal import AzureMLSupport

/// An archive of a stranger that is to become a workspace.
struct WorkspaceArchive {
    /// The absolute path, for reading and for messages.
    let path: String

    /// Unpacks everything into an empty folder and saves it to disk.
    ///
    /// - Parameter root: The folder.
    /// - Throws: ``WorkspaceError`` with the code `archiveInvalid` for what no workspace has, or when a file cannot be
    ///   read or written.
    func unpack(into root: Directory) throws {
        try LocalFile.reading(path: path) { read in
            var reader = TarReader(reading: read)
            var current: (path: [String], directory: Directory) = ([], root)
            do {
                while let entry = try reader.next() {
                    try Task.checkCancellation()
                    let components = entry.path.split(separator: "/").map(String.init)
                    guard case .file(let bytes) = entry.content else {
                        if WorkspaceLayout.holdsFolder(components) { continue }
                        throw foreign(entry.path)
                    }
                    guard WorkspaceLayout.holdsFile(components) else { throw foreign(entry.path) }
                    let folder = Array(components.dropLast())
                    if folder != current.path {
                        try current.directory.synchronize()
                        current = (folder, try Self.makeDirectory(folder, in: root))
                    }
                    try current.directory.writeFile(components[components.count - 1], bytes)
                }
            } catch let error as TarError {
                throw invalid("\(error)", underlying: error)
            }
            try current.directory.synchronize()
            try root.synchronize()
        }
    }

    /// Refuses what was unpacked unless it is a workspace that is whole.
    ///
    /// - Parameter store: The unpacked workspace.
    /// - Returns: What it says of itself.
    /// - Throws: ``WorkspaceError`` with the code `archiveInvalid` and the first damage.
    func check(_ store: FileWorkspaceStore) async throws -> WorkspaceRecord {
        guard let record = try store.readRecord() else {
            throw invalid("it has no '\(WorkspaceRecord.fileName)'")
        }
        let findings = try await store.verify()
        guard let first = findings.first(where: { $0.severity == .error || $0.code == "file-foreign" }) else {
            return record
        }
        throw invalid(first.message.english.replacing("\(store.path)/", with: ""))
    }

    private static func makeDirectory(_ path: [String], in root: Directory) throws -> Directory {
        var directory = root
        for component in path { directory = try directory.openOrCreateDirectory(component) }
        return directory
    }

    private func foreign(_ entry: String) -> WorkspaceError {
        invalid("entry '\(entry)' is no part of a workspace")
    }

    private func invalid(_ reason: String, underlying: (any Error)? = nil) -> WorkspaceError {
        WorkspaceError(
            .archiveInvalid,
            "the archive '\(path)' cannot be imported: \(reason)",
            at: SourceLocation(file: path),
            hint: "ask for an archive that Workspace.export(to:) wrote, or one of the same files by 'tar --format=pax'",
            underlying: underlying
        )
    }
}
