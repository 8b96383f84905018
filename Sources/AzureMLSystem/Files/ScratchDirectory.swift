/// A temporary folder for a single use, which only this user may read.
///
/// It is locked while it is in use, so that a later process can recognize and remove the folder of a killed process.
package struct ScratchDirectory: Sendable {
    /// The use of a folder, which decides where it is made.
    package enum Purpose: Sendable, CaseIterable {
        case files
        /// Credentials, which are kept in an in-memory folder if the system has one for the user.
        case credentials
        /// Large files, such as layers of images, which are never kept in an in-memory folder.
        case largeFiles

        /// The folders in which it can be made; the first one that works is used.
        package var parents: [String] {
            let process = ProcessContext.current
            let temporary = process[variable: "TMPDIR"]
            switch self {
            case .files: return [temporary ?? "/tmp"]
            case .credentials: return [process[variable: "XDG_RUNTIME_DIR"], temporary ?? "/tmp"].compactMap(\.self)
            case .largeFiles: return [temporary ?? "/var/tmp"]
            }
        }
    }

    private let temporary: TemporaryDirectory
    private let parent: Directory

    package var directory: Directory { temporary.directory }
    package var path: String { directory.path }

    /// Makes a folder and removes it after `body`, because a program may still use the path after the last reference to
    /// the value is gone.
    package static func with<Result>(
        for purpose: Purpose = .files,
        _ body: (ScratchDirectory) async throws -> Result
    ) async throws -> Result {
        removeAbandoned()
        let scratch = try ScratchDirectory(in: purpose.parents)
        // A failed removal is ignored, because the system cleans up these places.
        // The value holds the lock, so it has to live until the folder is removed.
        defer { withExtendedLifetime(scratch) { _ = try? $0.parent.removeTree($0.temporary.name) } }
        return try await body(scratch)
    }

    /// Removes the folders, of every purpose, that ended processes left. Failures are ignored.
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
