import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// On a full disk, a version can be deleted, because that is what makes space.
@Suite struct FullDiskTests {
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for content in ["a", "b"] { _ = try await store.add(.sample(content: content), to: .environments) }
    }

    /// A disk that has no space for new files or content while a file exists.
    private func full(while file: String) -> FileOperation.Observer {
        { [scratch] step throws(FileSystemError) in
            guard [.createFile, .createFolder, .write].contains(step.kind), scratch.exists(file) else { return }
            throw .diskFull(step)
        }
    }

    @Test func `a deletion takes the space of the hint`() async throws {
        let observer = full(while: "ws/environments/env/.local/latest.json")
        try await FileOperation.$observer.withValue(observer) {
            try await store.remove(version: "1", of: "env", in: .environments)
        }
        #expect(try scratch.names(in: "ws/environments/env/1") == ["registration.json"])
        #expect(try await store.verify() == [])
        #expect(try await store.document(named: "env", version: nil, in: .environments)?.version == "2")
    }

    @Test func `a deletion for which there is no space says why it needs any, and changes nothing`() async throws {
        let observer = full(while: "ws/workspace.json")
        let before = try scratch.tree("ws/environments/env/1")
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) {
                try await store.remove(version: "1", of: "env", in: .environments)
            }
        }
        #expect(error?.code == .fileSystemFailed)
        #expect(error?.message.contains("a deletion first writes a small record") == true)
        #expect(error?.hint == "free a few kilobytes on that disk and try again")
        #expect(try scratch.tree("ws/environments/env/1") == before)
        #expect(try await store.verify() == [])
    }
}
