import AzureMLSupport
import AzureMLSystem
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

/// How files are written to an export file and read from it, while they and their versions can change.
@Suite struct ExportStreamingTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    /// A workspace with a wheel of 5 MiB.
    private func workspaceWithWheel() async throws -> (workspace: Workspace, wheel: BlobName) {
        let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        let bytes = [UInt8](repeating: 7, count: 5 << 20)
        let name = BlobName(collection: .wheels, sha256: ContentHash.sha256Hex(bytes), fileName: "a.whl")
        try await workspace.store.addBlob(bytes, as: name)
        return (workspace, name)
    }

    @Test func `a large file is written in pieces of at most 1 MiB`() async throws {
        let (workspace, wheel) = try await workspaceWithWheel()
        let recorder = StepRecorder()
        let exporting = try await recorder.during {
            try await workspace.exportWorkspace(path: "\(scratch.path)/a.tar")
        }
        #expect(exporting.count { $0.kind == .write } > 5)
        let importing = try await recorder.during {
            _ = try await Workspace.importWorkspace(path: "\(scratch.path)/a.tar", directory: "\(scratch.path)/copy")
        }
        #expect(importing.count { $0.kind == .write && $0.path.hasSuffix("/a.whl") } == 5)
        let copy = try await Workspace.get(name: "w", directory: "\(scratch.path)/copy")
        #expect(try await copy.store.blob(wheel, limit: 5 << 20)?.count == 5 << 20)
    }

    /// The export file is created after the workspace is verified, and before any content is read for it.
    @Test func `a wheel that changes during an export leaves no export file`() async throws {
        let (workspace, wheel) = try await workspaceWithWheel()
        let observer: FileOperation.Observer = { [scratch] step in
            if step.kind == .createFile { _ = try? scratch.write("ws/\(wheel.path)", "other") }
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) {
                try await workspace.exportWorkspace(path: "\(scratch.path)/a.tar")
            }
        }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("a.whl") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["ws"])
    }

    /// Moves the label of version 1 to version 3 and removes version 1, as another process would.
    private func removeLabelledVersion() throws {
        try scratch.write("ws/environments/env/.labels/prod", #"{"label": "prod", "version": "3"}"#)
        let record = """
            {"name": "env", "version": "1", "sequence": 1, "content_hash": "1", "files": {}, "secret_references": {},
            "removed": true}
            """
        try scratch.write("ws/environments/env/1/registration.json", record)
        try? scratch.remove("ws/environments/env/1/content.txt")
        try? scratch.remove("ws/environments/env/1/definition.json")
    }

    @Test func `a version that is removed during an export is exported whole or as removed`() async throws {
        var wasReached = true
        var step = 0
        var removedVersions = Set<Int>()
        while wasReached {
            let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
            for content in ["1", "2", "3"] {
                _ = try await workspace.store.add(.sample(content: content), to: .environments)
            }
            try await workspace.store.setLabels(["prod"], version: "1", of: "env", in: .environments)
            // Steps are counted from the creation of the export file; the steps before it verify the workspace.
            let position = Mutex<Int?>(nil)
            let observer: FileOperation.Observer = { [step] operation in
                let isHere = position.withLock { position in
                    if position == nil, operation.kind == .createFile { position = -1 }
                    position = position.map { $0 + 1 }
                    return position == step
                }
                if isHere { try? removeLabelledVersion() }
            }
            try await FileOperation.$observer.withValue(observer) {
                try await workspace.exportWorkspace(path: "\(scratch.path)/a.tar")
            }
            wasReached = (position.withLock(\.self) ?? 0) >= step
            let copy = try await Workspace.importWorkspace(
                path: "\(scratch.path)/a.tar",
                directory: "\(scratch.path)/copy"
            )
            // The record of the test has no hash.
            #expect(try await copy.verify().filter { $0.code != "record-without-hash" } == [], "step \(step)")
            removedVersions.insert(try await copy.store.history(of: "env", in: .environments).count)
            for name in ["ws", "copy", "a.tar"] { try scratch.remove(name) }
            step += 1
        }
        #expect(step > 20)
        #expect(removedVersions == [2, 3])
    }
}
