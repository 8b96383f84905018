import AzureMLSupport
import Synchronization

@testable import Workspace

/// A store without a folder: what `Environment` does must not depend on where documents are kept.
final class MemoryStore: WorkspaceStore {
    private let documents = Mutex<[String: [StoredDocument]]>([:])
    private let blobs = Mutex<[BlobName: [UInt8]]>([:])

    func add(_ draft: DocumentDraft, to collection: DocumentCollection) async throws -> StoredDocument {
        try documents.withLock { documents in
            let versions = documents[draft.name] ?? []
            let same = draft.version == nil ? versions.last : versions.first { $0.version == draft.version }
            if let same, same.contentHash == draft.contentHash, same.secretReferences == draft.secretReferences {
                return same
            }
            if let version = draft.version, same != nil {
                throw WorkspaceError(.versionConflict, "version '\(version)' exists")
            }
            let highest = versions.compactMap { Int($0.version) }.max() ?? 0
            let version = draft.version ?? String(highest + 1)
            let stored = StoredDocument(
                name: draft.name,
                version: version,
                sequence: versions.count + 1,
                contentHash: draft.contentHash,
                secretReferences: draft.secretReferences,
                files: try draft.files(version).sorted { $0.name < $1.name }
            )
            documents[draft.name, default: []].append(stored)
            return stored
        }
    }

    func document(
        named name: String,
        version: String?,
        in collection: DocumentCollection
    ) async throws -> StoredDocument? {
        documents.withLock { documents in
            documents[name]?.last { version == nil || $0.version == version }
        }
    }

    func names(in collection: DocumentCollection) async throws -> [String] {
        documents.withLock { $0.keys.sorted() }
    }

    func versions(of name: String, in collection: DocumentCollection) async throws -> [String] {
        documents.withLock { $0[name]?.map(\.version) ?? [] }
    }

    func verify() async throws -> [Diagnostic] { [] }

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
        documents.withLock { $0 = [:] }
    }

    /// Spoils a file of every version, as a disk or a stranger may.
    func damage(_ name: String, file: String) {
        documents.withLock { documents in
            documents[name] = documents[name]?.map { stored in
                StoredDocument(
                    name: stored.name,
                    version: stored.version,
                    sequence: stored.sequence,
                    contentHash: stored.contentHash,
                    secretReferences: stored.secretReferences,
                    files: stored.files.map { $0.name == file ? DocumentFile(name: file, bytes: [0x7B]) : $0 }
                )
            }
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
