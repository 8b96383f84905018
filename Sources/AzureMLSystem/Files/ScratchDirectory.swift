/// A folder for one use, which only this user may read.
///
/// It is locked as long as it is used: the next process removes one that a killed process left.
package struct ScratchDirectory: Sendable {
    /// The use of a folder, which decides where it is made.
    package enum Purpose: Sendable, CaseIterable {
        case files
        /// Credentials, which are kept in memory where the system has a folder there for the user.
        case credentials
        /// Files that are large, such as layers of images: a folder for these is not in memory.
        case largeFiles

        /// The folders in which it is made, the first that takes it.
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

    /// Makes a folder, and removes it after `body`: a program may use the path after the last reference to the value is gone.
    package static func with<Result>(
        for purpose: Purpose = .files,
        _ body: (ScratchDirectory) async throws -> Result
    ) async throws -> Result {
        removeAbandoned()
        let scratch = try ScratchDirectory(in: purpose.parents)
        // The system cleans up what cannot be removed.
        // Its lock is that of the value, which has to live until the folder is gone.
        defer { withExtendedLifetime(scratch) { _ = try? $0.parent.removeTree($0.temporary.name) } }
        return try await body(scratch)
    }

    /// Removes the folders that ended processes left, of every purpose. Failing to is not a reason to fail.
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
