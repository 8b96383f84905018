package import AzureMLSupport

/// Checks the content of a stored document, of which a store knows only the hashes.
package typealias DocumentCheck = @Sendable (StoredDocument, DocumentCollection) -> [Diagnostic]

/// The storage of a workspace's documents, which have names and versions and never change once stored.
///
/// A version can be archived, which hides it, or removed, which leaves only its number, so that the number is not
/// assigned again. Every method refuses a name, version or label that ``DocumentName`` refuses, and treats two Unicode
/// spellings of the same text as the same name.
package protocol WorkspaceStore: Sendable {
    /// Stores a version.
    ///
    /// Without an explicit version, returns the latest version if its content is equal, and otherwise stores the
    /// highest number + 1. Returns an explicit version that already exists with equal content; one that exists with
    /// other content, or was removed, is a conflict.
    func add(_ draft: DocumentDraft, to collection: DocumentCollection) async throws -> StoredDocument

    /// Returns a version, or `nil` when it does not exist; without `version`, the one stored last that is not archived.
    /// Throws `versionDeleted` for a version that was removed.
    func document(
        named name: String,
        version: String?,
        in collection: DocumentCollection
    ) async throws -> StoredDocument?

    /// Returns the names with at least one readable version that is not archived, in byte order.
    func names(in collection: DocumentCollection) async throws -> [String]

    /// Returns the readable versions of a name, including archived ones, with the one stored last at the end.
    func history(of name: String, in collection: DocumentCollection) async throws -> [StoredVersion]

    /// Calls a function with each document, several at the same time.
    ///
    /// - Parameters:
    ///   - selection: The versions of each name.
    ///   - condition: A condition that the documents have to meet; `nil` for all documents.
    ///   - collection: The collection.
    ///   - transform: The function.
    /// - Returns: The results in the order of the names and versions, and the documents that could not be read.
    /// - Throws: ``WorkspaceError`` when the collection itself cannot be read; `CancellationError`.
    func map<Result: Sendable>(
        _ selection: VersionSelection,
        meeting condition: FileCondition?,
        in collection: DocumentCollection,
        _ transform: @escaping @Sendable (StoredDocument) -> Result
    ) async throws -> (results: [Result], unreadable: [UnreadableDocument])

    /// Returns the version that has a label; `nil` when no version has it.
    func version(
        labelled label: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws -> String?

    /// Gives a version exactly these labels; a label that another version has moves to this one. Without labels, the
    /// version may be a removed one.
    func setLabels(
        _ labels: [String],
        version: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws

    /// Hides a version, or shows it again.
    func setArchived(
        _ isArchived: Bool,
        version: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws

    /// Removes the content of a version. Refuses a version with labels. Succeeds when the version was already removed.
    func remove(version: String, of name: String, in collection: DocumentCollection) async throws

    /// Returns findings for everything damaged, ambiguous or foreign, and those of the check for each readable version.
    func verify(checking check: DocumentCheck) async throws -> [Diagnostic]

    /// Returns the text of a note; `nil` when there is none.
    func note(_ name: NoteName) async throws -> [UInt8]?

    /// Returns where a note is stored, for messages.
    func place(of name: NoteName) -> String

    /// Replaces a note with the result of `change`. Concurrent changes run one after the other.
    func changeNote(_ name: NoteName, _ change: @Sendable ([UInt8]?) throws -> [UInt8]) async throws

    /// Starts a log, which others can read while it grows.
    func startLog() async throws -> any WorkspaceLog

    /// Returns the content of a log so far; `nil` when there is no such log.
    func log(named name: String) async throws -> [UInt8]?

    /// Whether a writer can still append to a log; false when there is no such log.
    func isBeingWritten(logNamed name: String) async throws -> Bool

    /// Removes a log. Succeeds when there is none.
    func removeLog(named name: String) async throws

    /// Stores bytes under their content hash. Succeeds when they are already stored.
    func addBlob(_ bytes: [UInt8], as name: BlobName) async throws

    /// Stores bytes as `addBlob` does, unless a blob with other content has the same file name. Of several calls with
    /// the same file name and different content, at most one succeeds, also at the same time.
    ///
    /// - Returns: Whether they are stored.
    func addBlobWithUniqueName(_ bytes: [UInt8], as name: BlobName) async throws -> Bool

    /// Returns the bytes of a blob, which match its hash; `nil` when it is not stored.
    func blob(_ name: BlobName, limit: Int) async throws -> [UInt8]?

    /// Whether a blob is stored; does not read it.
    func holdsBlob(_ name: BlobName) async throws -> Bool

    /// Writes everything that is stored, except this machine's own files, into one file.
    ///
    /// - Parameters:
    ///   - path: The file's absolute path.
    ///   - overwrite: Whether to replace a file that exists at the path.
    /// - Throws: ``WorkspaceError`` with the code `folderMissing` for a store that cannot be exported.
    func export(to path: String, overwrite: Bool) async throws

    /// Returns the record of the workspace.
    func record() async throws -> WorkspaceRecord

    /// Removes the workspace and everything stored in it.
    func delete() async throws
}

extension WorkspaceStore {
    /// Returns the readable versions of a name that are not archived, with the one stored last at the end.
    package func versions(of name: String, in collection: DocumentCollection) async throws -> [String] {
        try await history(of: name, in: collection).filter { !$0.isArchived }.map(\.version)
    }

    /// Returns findings for everything damaged, ambiguous or foreign.
    package func verify() async throws -> [Diagnostic] {
        try await verify { _, _ in [] }
    }
}
