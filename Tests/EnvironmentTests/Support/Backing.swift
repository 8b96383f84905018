import TestSupport

@testable import Workspace

/// The storage of a test's workspace. The behavior of `Environment` must not depend on it.
enum Backing: CaseIterable {
    case memory, folder

    func workspace(in folder: ScratchFolder) async throws -> Workspace {
        switch self {
        case .memory: return try .inMemory(name: "tests")
        case .folder: return try await Workspace.create(name: "tests", directory: "\(folder.path)/workspace")
        }
    }
}

extension MemoryWorkspaceStore {
    /// Damages a file of every version, as a failing disk or another program may.
    func damage(_ name: String, file: String) throws {
        try withContent { content in
            let collection = DocumentCollection.environments.name
            let versions = content.collections[collection]?[name] ?? []
            content.collections[collection]?[name] = versions.map { version in
                var damaged = version
                damaged.document = StoredDocument(
                    name: version.document.name,
                    version: version.document.version,
                    sequence: version.document.sequence,
                    contentHash: version.document.contentHash,
                    secretReferences: version.document.secretReferences,
                    files: version.document.files.map {
                        $0.name == file ? DocumentFile(name: file, bytes: [0x7B]) : $0
                    }
                )
                return damaged
            }
        }
    }
}
