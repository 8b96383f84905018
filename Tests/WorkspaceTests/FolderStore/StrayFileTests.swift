import AzureMLSupport
import Foundation
import TestSupport
import Testing
import Workspace

/// FIFOs where this SDK expects folders.
@Suite struct StrayFileTests {
    private let scratch: ScratchFolder
    private let workspace: Workspace
    private let entry = "ws/environments/env"

    init() async throws {
        scratch = try ScratchFolder()
        workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        for content in ["a", "b"] { _ = try await workspace.store.add(.sample(content: content), to: .environments) }
    }

    private func makePipe(_ name: String) throws {
        let result = unsafe mkfifo("\(scratch.path)/\(name)", 0o600)
        try #require(result == 0)
    }

    @Test func `a FIFO in place of a version or a name is not a version, and is left out of an export`() async throws {
        try scratch.remove("\(entry)/2")
        for name in ["\(entry)/2", "ws/environments/pipe"] { try makePipe(name) }
        let store = workspace.store
        #expect(try await store.document(named: "env", version: nil, in: .environments)?.version == "1")
        #expect(try await store.verify().map(\.code) == ["file-foreign", "file-foreign"])
        for selection in [VersionSelection.latest, .all] {
            let visited = try await store.map(selection, meeting: nil, in: .environments) { $0.version }
            #expect(visited.unreadable.isEmpty)
            #expect(visited.results == ["1"])
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.remove(version: "2", of: "env", in: .environments)
        }
        #expect(error?.code == .versionNotFound)
        try await workspace.exportWorkspace(path: "\(scratch.path)/w.tar")
        let copy = try await Workspace.importWorkspace(
            path: "\(scratch.path)/w.tar",
            directory: "\(scratch.path)/copy"
        )
        #expect(try await copy.store.history(of: "env", in: .environments).map(\.version) == ["1"])
    }

    @Test(arguments: [".labels", ".archived", ".local"])
    func `a FIFO in place of a folder of the SDK is named, with the advice to remove it`(name: String) async throws {
        if scratch.exists("\(entry)/\(name)") { try scratch.remove("\(entry)/\(name)") }
        try makePipe("\(entry)/\(name)")
        let error = try #require(
            await #expect(throws: WorkspaceError.self) {
                try await workspace.store.setLabels(["prod"], version: "1", of: "env", in: .environments)
                try await workspace.store.setArchived(true, version: "1", of: "env", in: .environments)
            }
        )
        #expect(error.code == .damaged)
        #expect(error.location?.file == "\(scratch.path)/\(entry)/\(name)")
        #expect(error.message.hasSuffix("it is not a folder"))
        #expect(error.hint == "remove it and try again")
    }
}
