import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// A workspace among the files of another one would be reported as foreign, or removed with them.
@Suite struct NestedWorkspaceTests {
    private let scratch: ScratchFolder
    private let workspace: Workspace

    init() async throws {
        scratch = try ScratchFolder()
        workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        _ = try await workspace.store.add(.sample(), to: .environments)
    }

    @Test(arguments: [
        "ws/.local/new", "ws/environments/new", "ws/environments/env/.local/a/b", "ws/wheels", "ws/.LOCAL/x",
        "link/new", "ws/missing/../environments/x", "missing/../ws/.local/x", "ws/a/b/../../wheels/../environments/x",
        "missing/../link/new",
    ])
    func `no workspace is created or imported among the files of another`(name: String) async throws {
        try scratch.link("link", to: "\(scratch.path)/ws/environments")
        try await workspace.exportWorkspace(path: "\(scratch.path)/w.tar")
        let before = try scratch.tree()
        let created = await #expect(throws: WorkspaceError.self) {
            try await Workspace.create(name: "n", directory: "\(scratch.path)/\(name)")
        }
        #expect(created?.code == .insideWorkspace)
        #expect(created?.hint == "choose a folder outside '\(scratch.path)/ws'")
        let imported = await #expect(throws: WorkspaceError.self) {
            try await Workspace.importWorkspace(
                path: "\(scratch.path)/w.tar",
                directory: "\(scratch.path)/\(name)"
            )
        }
        #expect(imported?.code == .insideWorkspace)
        #expect(try scratch.tree() == before)
    }

    @Test(arguments: ["environments/new", ".local/new", "ws/project/new", "ws/environments/../project/new"])
    func `such names elsewhere are ordinary folders`(name: String) async throws {
        _ = try await Workspace.create(name: "n", directory: "\(scratch.path)/\(name)")
        #expect(try await workspace.verify() == [])
    }
}
