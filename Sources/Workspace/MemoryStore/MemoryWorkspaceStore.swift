internal import AzureMLSupport
internal import Synchronization

/// A workspace store in memory, which lasts as long as the program, for experiments and tests.
package final class MemoryWorkspaceStore: WorkspaceStore {
    struct Version {
        var document: StoredDocument
        var labels: Set<String> = []
        var isArchived = false
        var isRemoved = false
    }

    struct Content {
        /// The versions of each name in the order of registration.
        var collections: [String: [String: [Version]]] = [:]
        var blobs: [BlobName: [UInt8]] = [:]
        var notes: [String: [UInt8]] = [:]
        var logs: [String: [UInt8]] = [:]
        /// The number of all logs ever started, including removed ones.
        var logCount = 0
        var isDeleted = false
    }

    private let identity: WorkspaceRecord
    private let content = Mutex(Content())

    package init(record: WorkspaceRecord) {
        identity = record
    }

    /// Calls a function with exclusive access to everything that is stored.
    func withContent<Result>(_ body: (inout Content) throws -> sending Result) throws -> sending Result {
        try content.withLock { content in
            guard !content.isDeleted else {
                throw WorkspaceError(.notFound, "the workspace '\(identity.name)' was deleted")
            }
            return try body(&content)
        }
    }

    private func allVersions(of name: String, in collection: DocumentCollection) throws -> [Version] {
        let name = try DocumentName(name, kind: "name").text
        return try withContent { $0.collections[collection.name]?[name] ?? [] }
    }

    package func add(_ draft: DocumentDraft, to collection: DocumentCollection) async throws -> StoredDocument {
        let name = try DocumentName(draft.name, kind: "name")
        let wanted = try draft.version.map { try DocumentName($0, kind: "version") }
        return try withContent { content in
            let all = content.collections[collection.name]?[name.text] ?? []
            if let stored = try Self.stored(draft, as: name, version: wanted, among: all) { return stored }
            let version = try wanted ?? Self.nextVersion(of: name, among: all)
            let stored = StoredDocument(
                name: name.text,
                version: version.text,
                sequence: (all.last?.document.sequence ?? 0) + 1,
                contentHash: draft.contentHash,
                secretReferences: draft.secretReferences,
                files: try draft.files(version.text).sorted { $0.name < $1.name }
            )
            content.collections[collection.name, default: [:]][name.text, default: []]
                .append(Version(document: stored))
            return stored
        }
    }

    /// Returns the version that already has this content; `nil` when the draft has to be stored.
    private static func stored(
        _ draft: DocumentDraft,
        as name: DocumentName,
        version: DocumentName?,
        among all: [Version]
    ) throws -> StoredDocument? {
        let isWanted = { (found: Version) in
            version.map { $0.text == found.document.version } ?? (!found.isRemoved && !found.isArchived)
        }
        guard let found = all.last(where: isWanted) else { return nil }
        if found.isRemoved { throw WorkspaceError.versionNotReused(found.document.version, of: name.text) }
        let document = found.document
        if draft.hasContent(hash: document.contentHash, secretReferences: document.secretReferences) {
            return document
        }
        guard version != nil else { return nil }
        throw WorkspaceError.versionConflict(document.version, of: name.text)
    }

    private static func nextVersion(of name: DocumentName, among all: [Version]) throws -> DocumentName {
        func numbers(_ versions: [Version]) -> Set<Int> {
            Set(versions.compactMap { VersionNumber.parse($0.document.version) })
        }
        let highest = VersionNumber.highest(of: numbers(all), removed: numbers(all.filter(\.isRemoved)))
        guard let next = VersionNumber.next(after: highest) else {
            throw WorkspaceError.versionsExhausted(highest, of: name.text)
        }
        return try DocumentName(String(next), kind: "version")
    }

    package func document(
        named name: String,
        version: String?,
        in collection: DocumentCollection
    ) async throws -> StoredDocument? {
        let version = try version.map { try DocumentName($0, kind: "version").text }
        let all = try allVersions(of: name, in: collection)
        guard let version else { return all.last { !$0.isRemoved && !$0.isArchived }?.document }
        guard let found = all.first(where: { $0.document.version == version }) else { return nil }
        if found.isRemoved { throw WorkspaceError.versionDeleted(version, of: name) }
        return found.document
    }

    package func names(in collection: DocumentCollection) async throws -> [String] {
        try withContent { content in
            (content.collections[collection.name] ?? [:])
                .filter { $0.value.contains { !$0.isRemoved && !$0.isArchived } }
                .keys.sorted { $0.exact < $1.exact }
        }
    }

    package func history(of name: String, in collection: DocumentCollection) async throws -> [StoredVersion] {
        try allVersions(of: name, in: collection).filter { !$0.isRemoved }.map { version in
            StoredVersion(
                version: version.document.version,
                sequence: version.document.sequence,
                contentHash: version.document.contentHash,
                labels: version.labels.sorted(),
                isArchived: version.isArchived
            )
        }
    }

    package func map<Result: Sendable>(
        _ selection: VersionSelection,
        meeting condition: FileCondition?,
        in collection: DocumentCollection,
        _ transform: @escaping @Sendable (StoredDocument) -> Result
    ) async throws -> (results: [Result], unreadable: [UnreadableDocument]) {
        let all = try withContent { $0.collections[collection.name] ?? [:] }
        let documents = all.sorted { $0.key.exact < $1.key.exact }.flatMap { _, versions in
            let left = versions.filter { !$0.isRemoved }
            return switch selection {
            case .latest: left.last { !$0.isArchived }.map { [$0.document] } ?? []
            case .all: left.map(\.document)
            }
        }
        let wanted = condition.map { condition in documents.filter { condition.isMet(by: $0) } } ?? documents
        return (try await wanted.concurrentMap(transform), [])
    }

    package func verify(checking check: DocumentCheck) async throws -> [Diagnostic] {
        let all = try withContent { content in
            content.collections.mapValues { $0.values.joined().filter { !$0.isRemoved }.map(\.document) }
        }
        return all.flatMap { name, documents in documents.flatMap { check($0, DocumentCollection(name: name)) } }
    }

    package func export(to path: String, overwrite: Bool) async throws {
        throw WorkspaceError(
            .folderMissing,
            "the workspace '\(identity.name)' is in memory, and only a workspace in a folder can be exported",
            hint: "copy its environments to a workspace in a folder, and export that one"
        )
    }

    package func record() async throws -> WorkspaceRecord {
        try withContent { _ in identity }
    }

    package func delete() async throws {
        try withContent { $0 = Content(isDeleted: true) }
    }
}
