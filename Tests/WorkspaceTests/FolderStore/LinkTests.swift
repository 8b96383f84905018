import AzureMLSupport
import Foundation
import TestSupport
import Testing
import Workspace

/// A workspace from a stranger can contain links; no call reads or changes anything outside the workspace.
@Suite struct LinkTests {
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for content in ["a", "b"] { _ = try await store.add(.sample(content: content), to: .environments) }
        try await store.setLabels(["prod"], version: "1", of: "env", in: .environments)
        try await store.setArchived(true, version: "1", of: "env", in: .environments)
    }

    private func changes() -> [(name: String, make: () async throws -> Void)] {
        [
            ("add", { _ = try await store.add(.sample(content: "c"), to: .environments) }),
            ("add version", { _ = try await store.add(.sample(version: "1", content: "d"), to: .environments) }),
            ("label", { try await store.setLabels(["prod", "new"], version: "2", of: "env", in: .environments) }),
            ("unlabel", { try await store.setLabels([], version: "1", of: "env", in: .environments) }),
            ("archive", { try await store.setArchived(true, version: "2", of: "env", in: .environments) }),
            ("restore", { try await store.setArchived(false, version: "1", of: "env", in: .environments) }),
            ("remove", { try await store.remove(version: "1", of: "env", in: .environments) }),
            ("history", { _ = try await store.history(of: "env", in: .environments) }),
            ("names", { _ = try await store.names(in: .environments) }),
        ]
    }

    /// All entries outside the workspace, with the content of the files.
    private func outside() throws -> [String: String] {
        var files = ["": try scratch.tree("outside").joined(separator: ",")]
        for name in try scratch.tree("outside") {
            files[name] = (try? scratch.read("outside/\(name)")) ?? ""
        }
        return files
    }

    @Test(arguments: [
        "environments", "environments/env", "environments/env/1", "environments/env/.labels",
        "environments/env/.archived", "environments/env/.local", "environments/env/1/registration.json",
        "environments/env/1/content.txt", "environments/env/.labels/prod", "environments/env/.archived/1",
    ])
    func `a link in place of a workspace file or folder is reported and not followed`(place: String) async throws {
        try scratch.makeFolder("outside")
        try scratch.write("outside/tmp-00000000deadbeef/mine", "mine")
        let name = (place as NSString).lastPathComponent
        try FileManager.default.moveItem(
            atPath: "\(scratch.path)/ws/\(place)",
            toPath: "\(scratch.path)/outside/\(name)"
        )
        try scratch.link("ws/\(place)", to: "\(scratch.path)/outside/\(name)")
        let before = try outside()
        let findings = try await store.verify().compactMap { $0.location?.file }
        #expect(findings.contains { $0.hasPrefix("\(scratch.path)/ws/\(place)") }, "\(findings)")
        for change in changes() {
            do {
                try await change.make()
            } catch let error as WorkspaceError {
                #expect(
                    [.damaged, .versionConflict, .versionLabelled, .versionNotFound].contains(error.code),
                    "\(error)"
                )
            }
            let after = try outside()
            #expect(after == before, "\(change.name)")
        }
    }

    @Test(arguments: [
        (".archived", ["add", "archive", "restore", "remove", "history"]),
        (".labels", ["label", "remove", "history"]),
        (".local", ["add", "label", "unlabel", "archive", "restore", "remove"]),
    ])
    func `a link in place of a folder of the SDK is an error of the calls that need it, with advice`(
        name: String,
        needing: [String]
    ) async throws {
        let folder = "ws/environments/env/\(name)"
        try FileManager.default.moveItem(atPath: "\(scratch.path)/\(folder)", toPath: "\(scratch.path)/moved")
        try scratch.link(folder, to: "\(scratch.path)/moved")
        for change in changes() where needing.contains(change.name) {
            let error = await #expect(throws: WorkspaceError.self, "\(change.name)") { try await change.make() }
            #expect(error?.code == .damaged, "\(change.name)")
            #expect(error?.location?.file == "\(scratch.path)/\(folder)", "\(change.name)")
            #expect(error?.hint == "replace the link with the folder that it leads to", "\(change.name)")
        }
        let findings = try await store.verify()
        #expect(findings.map(\.code) == ["version-damaged"])
        #expect(findings.first?.hint?.english == "replace the link with the folder that it leads to")
        try scratch.remove(folder)
        try FileManager.default.moveItem(atPath: "\(scratch.path)/moved", toPath: "\(scratch.path)/\(folder)")
        #expect(try await store.verify() == [])
    }
}
