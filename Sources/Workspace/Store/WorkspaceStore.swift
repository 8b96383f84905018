package import AzureMLSupport

/// Looks into a stored document: a store knows no more of it than its hashes.
package typealias DocumentCheck = @Sendable (StoredDocument, DocumentCollection) -> [Diagnostic]

/// Where a workspace keeps its documents: named, versioned, never changed once stored.
///
/// A version can be archived, which hides it, and removed, which leaves nothing of it but its number: that is not given
/// out again. Each call refuses a name, version or label that ``DocumentName`` refuses, and takes two spellings of one
/// text for one name.
package protocol WorkspaceStore: Sendable {
    /// Stores a version.
    ///
    /// Without a version, content equal to the latest is that version, other content the highest number + 1. An
    /// explicit version that exists with equal content is that version; with other content, or removed, it is a
    /// conflict.
    func add(_ draft: DocumentDraft, to collection: DocumentCollection) async throws -> StoredDocument

    /// A version; `nil` for the version means the one that was stored last and is not archived. `nil` when there is
    /// none; a version that was removed is an error that says so.
    func document(
        named name: String,
        version: String?,
        in collection: DocumentCollection
    ) async throws -> StoredDocument?

    /// The names with at least one readable version that is not archived, in byte order.
    func names(in collection: DocumentCollection) async throws -> [String]

    /// The readable versions of a name with the archived ones, the one stored last at the end.
    func history(of name: String, in collection: DocumentCollection) async throws -> [StoredVersion]

    /// Hands documents over one after the other, and says which ones cannot be read.
    func forEach(
        _ selection: VersionSelection,
        in collection: DocumentCollection,
        _ visit: (StoredDocument) -> Void
    ) async throws -> [Diagnostic]

    /// The version that has a label; `nil` when none has.
    func version(
        labelled label: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws -> String?

    /// Gives a version these labels and no others; each moves away from the version that had it.
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

    /// Removes what a version holds. A version with labels is refused; one that was removed already stays so.
    func remove(version: String, of name: String, in collection: DocumentCollection) async throws

    /// What is damaged, ambiguous or foreign, and what the check finds in each readable version.
    func verify(checking check: DocumentCheck) async throws -> [Diagnostic]

    /// The text of a note; `nil` when there is none.
    func note(_ name: NoteName) async throws -> [UInt8]?

    /// Replaces a note by what `change` makes of it; two changes at once come one after the other.
    func changeNote(_ name: NoteName, _ change: @Sendable ([UInt8]?) throws -> [UInt8]) async throws

    /// Starts a log, which others can read while it grows.
    func startLog() async throws -> any WorkspaceLog

    /// What a log holds so far; `nil` when there is none.
    func log(named name: String) async throws -> [UInt8]?

    /// Whether somebody can still add to a log; nobody can to one that is not there.
    func isBeingWritten(logNamed name: String) async throws -> Bool

    /// Removes a log; none there is well.
    func removeLog(named name: String) async throws

    /// Keeps bytes under the name that their content gives them; kept already is well.
    func addBlob(_ bytes: [UInt8], as name: BlobName) async throws

    /// The bytes of that name, which are what its hash says; `nil` when they are not kept.
    func blob(_ name: BlobName, limit: Int) async throws -> [UInt8]?

    /// Whether bytes are kept under that name, without reading them.
    func holdsBlob(_ name: BlobName) async throws -> Bool

    /// Everything of that file name, in the order of the hashes.
    func blobs(named fileName: String, in collection: BlobCollection) async throws -> [BlobName]

    /// Writes everything that is stored into one file, but not what is this machine's own.
    ///
    /// - Parameters:
    ///   - path: The file's absolute path.
    ///   - overwrite: Whether a file of that path is replaced.
    /// - Throws: ``WorkspaceError`` with the code `folderMissing` for a store that cannot be exported.
    func export(to path: String, overwrite: Bool) async throws

    /// What the workspace says of itself.
    func record() async throws -> WorkspaceRecord

    /// Removes the workspace with everything stored in it.
    func delete() async throws
}

extension WorkspaceStore {
    /// The readable versions of a name that are not archived, the one stored last at the end.
    package func versions(of name: String, in collection: DocumentCollection) async throws -> [String] {
        try await history(of: name, in: collection).filter { !$0.isArchived }.map(\.version)
    }

    /// What is damaged, ambiguous or foreign.
    package func verify() async throws -> [Diagnostic] {
        try await verify { _, _ in [] }
    }
}
