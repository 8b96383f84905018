import AzureMLSupport
import Synchronization

@testable import Workspace

/// A store without a folder: what `Environment` does must not depend on where documents are kept.
final class MemoryStore: WorkspaceStore {
    private struct Version {
        var document: StoredDocument
        var labels: Set<String> = []
        var isArchived = false
        var isRemoved = false
    }

    private let versions = Mutex<[String: [Version]]>([:])
    /// Notes and logs, by name.
    private let notes = Mutex<[String: [UInt8]]>([:])
    private let blobs = Mutex<[BlobName: [UInt8]]>([:])

    func add(_ draft: DocumentDraft, to collection: DocumentCollection) async throws -> StoredDocument {
        let wanted = try draft.version.map { try DocumentName($0, kind: "version").text }
        return try versions.withLock { versions in
            let all = versions[draft.name] ?? []
            let same =
                wanted == nil
                ? all.last { !$0.isRemoved && !$0.isArchived } : all.first { $0.document.version == wanted }
            if let same, !same.isRemoved, same.document.contentHash == draft.contentHash,
                same.document.secretReferences == draft.secretReferences
            {
                return same.document
            }
            if let wanted, let same {
                throw WorkspaceError(
                    .versionConflict,
                    "version '\(wanted)' \(same.isRemoved ? "was deleted" : "exists")"
                )
            }
            let highest = all.compactMap { Int($0.document.version) }.max() ?? 0
            let version = wanted ?? String(highest + 1)
            let stored = StoredDocument(
                name: draft.name,
                version: version,
                sequence: all.count + 1,
                contentHash: draft.contentHash,
                secretReferences: draft.secretReferences,
                files: try draft.files(version).sorted { $0.name < $1.name }
            )
            versions[draft.name, default: []].append(Version(document: stored))
            return stored
        }
    }

    func document(
        named name: String,
        version: String?,
        in collection: DocumentCollection
    ) async throws -> StoredDocument? {
        let name = try DocumentName(name, kind: "name").text
        let version = try version.map { try DocumentName($0, kind: "version").text }
        return try versions.withLock { versions in
            let all = versions[name] ?? []
            guard let version else { return all.last { !$0.isRemoved && !$0.isArchived }?.document }
            guard let found = all.first(where: { $0.document.version == version }) else { return nil }
            if found.isRemoved { throw WorkspaceError.versionDeleted(version, of: name) }
            return found.document
        }
    }

    func names(in collection: DocumentCollection) async throws -> [String] {
        versions.withLock { versions in
            versions.filter { $0.value.contains { !$0.isRemoved && !$0.isArchived } }.keys.sorted()
        }
    }

    func history(of name: String, in collection: DocumentCollection) async throws -> [StoredVersion] {
        let name = try DocumentName(name, kind: "name").text
        return versions.withLock { versions in
            (versions[name] ?? []).filter { !$0.isRemoved }.map { version in
                StoredVersion(
                    version: version.document.version,
                    sequence: version.document.sequence,
                    contentHash: version.document.contentHash,
                    labels: version.labels.sorted(),
                    isArchived: version.isArchived
                )
            }
        }
    }

    func version(labelled label: String, of name: String, in collection: DocumentCollection) async throws -> String? {
        let name = try DocumentName(name, kind: "name").text
        let label = try DocumentName(label: label).text
        return versions.withLock { $0[name]?.first { $0.labels.contains(label) }?.document.version }
    }

    func setLabels(
        _ labels: [String],
        version: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws {
        let labels = Set(try labels.map { try DocumentName(label: $0).text })
        try change(version, of: name) { $0.labels = labels }
        versions.withLock { versions in
            versions[name] = versions[name]?.map { other in
                var other = other
                if other.document.version != version { other.labels.subtract(labels) }
                return other
            }
        }
    }

    func setArchived(
        _ isArchived: Bool,
        version: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws {
        try change(version, of: name) { $0.isArchived = isArchived }
    }

    func remove(version: String, of name: String, in collection: DocumentCollection) async throws {
        try change(version, of: name, evenIfRemoved: true) { found in
            guard found.labels.isEmpty else {
                throw WorkspaceError(
                    .versionLabelled,
                    "it has the labels '\(found.labels.sorted().joined(separator: "', '"))'"
                )
            }
            found.isRemoved = true
        }
    }

    private func change(
        _ version: String,
        of name: String,
        evenIfRemoved: Bool = false,
        _ change: (inout Version) throws -> Void
    ) throws {
        let name = try DocumentName(name, kind: "name").text
        let version = try DocumentName(version, kind: "version").text
        try versions.withLock { versions in
            guard let position = versions[name]?.firstIndex(where: { $0.document.version == version }),
                var found = versions[name]?[position]
            else { throw WorkspaceError.versionNotFound(version, of: name) }
            if found.isRemoved, !evenIfRemoved { throw WorkspaceError.versionDeleted(version, of: name) }
            try change(&found)
            versions[name]?[position] = found
        }
    }

    func verify(checking check: DocumentCheck) async throws -> [Diagnostic] {
        let documents = versions.withLock { $0.values.joined().filter { !$0.isRemoved }.map(\.document) }
        return documents.flatMap { check($0, .environments) }
    }

    func addBlob(_ bytes: [UInt8], as name: BlobName) async throws {
        blobs.withLock { $0[name] = bytes }
    }

    func blob(_ name: BlobName, limit: Int) async throws -> [UInt8]? {
        blobs.withLock { $0[name] }
    }

    func blobs(named fileName: String, in collection: BlobCollection) async throws -> [BlobName] {
        blobs.withLock { $0.keys.filter { $0.collection == collection && $0.fileName == fileName } }
            .sorted { $0.sha256 < $1.sha256 }
    }

    func record() async throws -> WorkspaceRecord { throw WorkspaceError(.notFound, "a store in memory has none") }

    func delete() async throws {
        versions.withLock { $0 = [:] }
    }

    /// Spoils a file of every version, as a disk or a stranger may.
    func damage(_ name: String, file: String) {
        versions.withLock { versions in
            versions[name] = versions[name]?.map { version in
                let stored = version.document
                var damaged = version
                damaged.document = StoredDocument(
                    name: stored.name,
                    version: stored.version,
                    sequence: stored.sequence,
                    contentHash: stored.contentHash,
                    secretReferences: stored.secretReferences,
                    files: stored.files.map { $0.name == file ? DocumentFile(name: file, bytes: [0x7B]) : $0 }
                )
                return damaged
            }
        }
    }
}

extension MemoryStore {
    func note(_ name: NoteName) async throws -> [UInt8]? {
        notes.withLock { $0[name.text] }
    }

    func changeNote(_ name: NoteName, _ change: @Sendable ([UInt8]?) throws -> [UInt8]) async throws {
        try notes.withLock { $0[name.text] = try change($0[name.text]) }
    }

    func startLog() async throws -> any WorkspaceLog {
        notes.withLock { notes in
            let log = MemoryLog(name: "\(notes.count).log", store: self)
            notes[log.name] = []
            return log
        }
    }

    func log(named name: String) async throws -> [UInt8]? {
        notes.withLock { $0[name] }
    }

    func removeLog(named name: String) async throws {
        notes.withLock { $0[name] = nil }
    }

    private struct MemoryLog: WorkspaceLog {
        let name: String
        let store: MemoryStore

        func append(_ line: String) async throws {
            store.notes.withLock { $0[name, default: []] += Array("\(line)\n".utf8) }
        }
    }
}

/// Where a test's workspace keeps its documents.
enum Backing: CaseIterable {
    case memory, folder

    func workspace(in folder: borrowing TemporaryFolder) async throws -> Workspace {
        switch self {
        case .memory: return .inMemory()
        case .folder: return try await Workspace.create(name: "tests", directory: "\(folder.path)/workspace")
        }
    }
}

extension Workspace {
    static func inMemory(_ store: MemoryStore = MemoryStore()) -> Workspace {
        let record = WorkspaceRecord(
            id: "11111111-2222-3333-4444-555555555555",
            name: "tests",
            subscriptionID: "00000000-0000-0000-0000-000000000000",
            resourceGroup: "local",
            location: "local"
        )
        return Workspace(record: record, store: store, directory: nil)
    }
}
