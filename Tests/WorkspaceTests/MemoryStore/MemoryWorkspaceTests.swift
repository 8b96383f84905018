import AzureMLSupport
import Foundation
import TestSupport
import Testing

@testable import Workspace

/// How a workspace in memory acts as a workspace; its storage is covered by the tests that run with each kind of store.
@Suite struct MemoryWorkspaceTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test func `a workspace in memory has a name and its own identifier`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        #expect(try await workspace.getDetails()["name"].string == "tests")
        #expect(try workspace.id != Workspace.inMemory(name: "tests").id)
        #expect(try await workspace.verify() == [])
    }

    @Test func `operations that need a folder are refused and write nothing`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        let before = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        let written = #expect(throws: WorkspaceError.self) { try workspace.writeConfig(path: scratch.path) }
        #expect(written?.code == .folderMissing)
        let exported = await #expect(throws: WorkspaceError.self) {
            try await workspace.exportWorkspace(path: "\(scratch.path)/w.tar")
        }
        #expect(exported?.code == .folderMissing)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == before)
    }

    @Test func `a deleted workspace in memory is reported as not found`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        try await workspace.delete()
        let error = await #expect(throws: WorkspaceError.self) { try await workspace.getDetails() }
        #expect(error?.code == .notFound)
    }

    @Test(arguments: ["", ".", "a/b", "../x"])
    func `a workspace in memory refuses the same names as one in a folder`(name: String) {
        let error = #expect(throws: WorkspaceError.self) { try Workspace.inMemory(name: name) }
        #expect(error?.code == .nameInvalid)
    }
}
