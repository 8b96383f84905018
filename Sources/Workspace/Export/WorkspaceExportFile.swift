internal import AzureMLSupport
internal import AzureMLSystem

/// An export file, which may come from a stranger, that is to become a workspace.
struct WorkspaceExportFile {
    /// The absolute path, for reading and for messages.
    let path: String

    /// Unpacks everything into an empty folder and fsyncs it.
    ///
    /// - Parameter root: The folder.
    /// - Throws: ``WorkspaceError`` with the code `exportInvalid` for entries that are not part of a workspace;
    ///   `FileSystemError` when a file cannot be read or written.
    func unpack(into root: Directory) throws {
        let file = try LocalFile.open(path: path)
        var reader = TarReader { count in try file.read(count) }
        var current = (path: ".", folder: root)
        do {
            while let member = try reader.next() {
                try Task.checkCancellation()
                // A folder is created only when a file in it is unpacked.
                guard case .file(let size) = member.kind else { continue }
                guard let limit = WorkspaceLayout.limit(ofFile: member.path) else {
                    throw invalid("'\(member.path)' is not part of a workspace")
                }
                guard size <= limit else {
                    throw invalid("'\(member.path)' has \(size) bytes; \(limit) are allowed")
                }
                let (path, name) = LocalPath.split(member.path)
                if path.exact != current.path.exact {
                    try current.folder.synchronize()
                    current = (path, try Self.makeFolder(path, in: root))
                }
                guard try current.folder.kind(name) == nil else { throw invalid("it contains '\(member.path)' twice") }
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

    /// Checks that the unpacked files are a workspace without damage.
    ///
    /// - Parameter store: The unpacked workspace.
    /// - Returns: The record of the workspace.
    /// - Throws: ``WorkspaceError`` with the code `exportInvalid` and the first damage, or `formatUnknown`.
    func check(_ store: FileWorkspaceStore) throws -> WorkspaceRecord {
        // The folder with the unpacked files no longer exists when the error is read.
        func withoutFolder(_ message: String) -> String { message.replacing("\(store.path)/", with: "") }
        do {
            guard let record = try store.readRecord() else { throw invalid("it has no '\(WorkspaceRecord.fileName)'") }
            let findings = try store.findings()
            if let error = WorkspaceDiagnostics.firstError(in: findings) {
                let message = withoutFolder(error.finding.message.english)
                throw error.isUnreadable ? unreadable(message, hint: error.finding.hint?.english) : invalid(message)
            }
            guard let unverified = WorkspaceDiagnostics.firstUnverified(in: findings) else { return record }
            throw invalid(withoutFolder(unverified.message.english))
        } catch let error as WorkspaceError where error.code == .damaged {
            throw invalid(withoutFolder(error.message))
        } catch let error as WorkspaceError where error.code == .formatUnknown {
            throw WorkspaceError(
                .formatUnknown,
                "the export file '\(path)' cannot be imported: \(withoutFolder(error.message))",
                at: SourceLocation(file: path),
                hint: error.hint
            )
        }
    }

    /// The error that the unpacked files cannot be read at the moment, which says nothing about the export file.
    private func unreadable(_ reason: String, hint: String?) -> WorkspaceError {
        WorkspaceError(
            .fileSystemFailed,
            "the export file '\(path)' cannot be imported: \(reason)",
            at: SourceLocation(file: path),
            hint: hint
        )
    }

    private func invalid(_ reason: String, underlying: (any Error)? = nil) -> WorkspaceError {
        WorkspaceError(
            .exportInvalid,
            "the export file '\(path)' cannot be imported: \(reason)",
            at: SourceLocation(file: path),
            hint: "use a file that exportWorkspace(path:) wrote, or that tar made of the same files",
            underlying: underlying
        )
    }
}
