import AzureMLSupport
import Foundation
import TestSupport
import Testing

@testable import Workspace

/// What a workspace in memory does as a workspace; what it keeps is tested with each kind of store.
@Suite struct MemoryWorkspaceTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test func `it has a name, and an identity of its own`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        #expect(try await workspace.getDetails()["name"].string == "tests")
        #expect(try workspace.id != Workspace.inMemory(name: "tests").id)
        #expect(try await workspace.verify() == [])
    }

    @Test func `what belongs to a folder is refused and leaves nothing behind`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        let before = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        let written = #expect(throws: WorkspaceError.self) { try workspace.writeConfig(path: scratch.path) }
        #expect(written?.code == .folderMissing)
        let exported = await #expect(throws: WorkspaceError.self) {
            try await workspace.exportArchive(path: "\(scratch.path)/w.tar")
        }
        #expect(exported?.code == .folderMissing)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == before)
    }

    @Test func `after it was deleted it answers as a folder that is gone`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        try await workspace.delete()
        let error = await #expect(throws: WorkspaceError.self) { try await workspace.getDetails() }
        #expect(error?.code == .notFound)
    }

    @Test(arguments: ["", ".", "a/b", "../x"])
    func `a name is refused as that of a folder`(name: String) {
        let error = #expect(throws: WorkspaceError.self) { try Workspace.inMemory(name: name) }
        #expect(error?.code == .nameInvalid)
    }
}
