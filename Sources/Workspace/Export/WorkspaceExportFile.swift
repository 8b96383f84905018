internal import AzureMLSupport
internal import AzureMLSystem

/// An archive of a stranger that is to become a workspace.
struct WorkspaceExportFile {
    /// The absolute path, for reading and for messages.
    let path: String

    /// Unpacks everything into an empty folder and saves it to disk.
    ///
    /// - Parameter root: The folder.
    /// - Throws: ``WorkspaceError`` with the code `archiveInvalid` for what no workspace has, or when a file cannot be
    ///   read or written.
    func unpack(into root: Directory) throws {
        let file = try LocalFile.open(path: path)
        var reader = TarReader { count in try file.read(count) }
        var current = (path: ".", folder: root)
        do {
            while let member = try reader.next() {
                try Task.checkCancellation()
                // Folders are made where a file lies in them.
                if member.kind == .folder { continue }
                guard WorkspaceLayout.holdsFile(member.path) else {
                    throw invalid("'\(member.path)' is no part of a workspace")
                }
                let (path, name) = LocalPath.split(member.path)
                if path.exact != current.path.exact {
                    try current.folder.synchronize()
                    current = (path, try Self.makeFolder(path, in: root))
                }
                guard try current.folder.kind(name) == nil else { throw invalid("it has '\(member.path)' twice") }
                try current.folder.writeFile(name) { write in try reader.readContent(write) }
            }
        } catch let error as TarError {
            throw invalid("\(error)", underlying: error)
        }
        try current.folder.synchronize()
        try root.synchronize()
    }

    private static func makeFolder(_ path: String, in root: Directory) throws -> Directory {
        try LocalPath.components(of: path).reduce(root) { try $0.openOrCreateDirectory($1) }
    }

    /// Refuses what was unpacked unless it is a workspace that is whole.
    ///
    /// - Parameter store: The unpacked workspace.
    /// - Returns: What it says of itself.
    /// - Throws: ``WorkspaceError`` with the code `archiveInvalid` and the first damage, or `futureFormat`.
    func check(_ store: FileWorkspaceStore) throws -> WorkspaceRecord {
        // The folder that it was unpacked into is gone when the error is read.
        func withoutFolder(_ message: String) -> String { message.replacing("\(store.path)/", with: "") }
        do {
            guard let record = try store.readRecord() else { throw invalid("it has no '\(WorkspaceRecord.fileName)'") }
            let findings = try store.findings()
            guard let first = findings.first(where: { $0.severity == .error || $0.code == "file-foreign" }) else {
                return record
            }
            throw invalid(withoutFolder(first.message.english))
        } catch let error as WorkspaceError where error.code == .damaged {
            throw invalid(withoutFolder(error.message))
        } catch let error as WorkspaceError where error.code == .futureFormat {
            throw WorkspaceError(
                .futureFormat,
                "the archive '\(path)' cannot be imported: \(withoutFolder(error.message))",
                at: SourceLocation(file: path),
                hint: error.hint
            )
        }
    }

    private func invalid(_ reason: String, underlying: (any Error)? = nil) -> WorkspaceError {
        WorkspaceError(
            .archiveInvalid,
            "the archive '\(path)' cannot be imported: \(reason)",
            at: SourceLocation(file: path),
            hint: "ask for an archive that exportArchive(path:) wrote, or one that tar made of the same files",
            underlying: underlying
        )
    }
}
