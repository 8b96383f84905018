internal import AzureMLSupport
internal import AzureMLSystem

/// A folder for one use, which only this user may read.
///
/// It is locked as long as it is used: what a process leaves that is killed, the next one removes.
struct ScratchDirectory: Sendable {
    /// What a folder is for, which says where it lies.
    enum Purpose: Sendable, CaseIterable {
        /// Files of this SDK's.
        case files
        /// Credentials, which lie in memory where the system has a folder there for the user.
        case credentials
        /// What Podman and Buildah put aside, where they do so without being told.
        case engineFiles

        /// The folders in which it is made, the first that takes it.
        var parents: [String] {
            let process = ProcessContext.current
            let temporary = process[variable: "TMPDIR"]
            switch self {
            case .files: return [temporary ?? "/tmp"]
            case .credentials: return [process[variable: "XDG_RUNTIME_DIR"], temporary ?? "/tmp"].compactMap(\.self)
            case .engineFiles: return [temporary ?? "/var/tmp"]
            }
        }
    }

    private let temporary: TemporaryDirectory
    private let parent: Directory

    var directory: Directory { temporary.directory }
    var path: String { directory.path }

    /// Makes a folder, and removes it when `body` is done: a program still uses the path when no value holds it any more.
    static func with<Result>(
        for purpose: Purpose = .files,
        _ body: (ScratchDirectory) async throws -> Result
    ) async throws -> Result {
        removeAbandoned()
        let scratch = try ScratchDirectory(in: purpose.parents)
        // What cannot be removed is the system's to clean.
        defer { try? scratch.parent.removeTree(scratch.temporary.name) }
        return try await body(scratch)
    }

    /// Removes what processes left that are gone, for whatever it was. Cleaning up behind them is no reason to fail.
    private static func removeAbandoned() {
        for path in Set(Purpose.allCases.flatMap(\.parents)) {
            try? Directory(path: path).removeAbandonedTemporaries(prefix: Directory.hiddenTemporaryPrefix)
        }
    }

    private init(in parents: [String]) throws(FileSystemError) {
        for parent in parents.dropLast() {
            if let scratch = try? ScratchDirectory(in: parent) {
                self = scratch
                return
            }
        }
        try self.init(in: parents.last ?? "/tmp")
    }

    private init(in path: String) throws(FileSystemError) {
        parent = try Directory(path: LocalFile.resolved(path))
        temporary = try parent.createTemporaryDirectory(
            lockedFile: ".azureml-lock",
            prefix: Directory.hiddenTemporaryPrefix,
            isPrivate: true
        )
    }
}
