import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

@Suite struct ExportTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    /// Creates a workspace with everything that a workspace can contain, and with foreign files.
    private func sample() async throws -> Workspace {
        let workspace = try await Workspace.create(name: "w", location: "westus", directory: "\(scratch.path)/ws")
        let store = workspace.store
        for content in ["a", "b", "c", "d"] { _ = try await store.add(.sample(content: content), to: .environments) }
        _ = try await store.add(.sample("Ünï/".dropLast() + "x", version: "Own 1"), to: .environments)
        _ = try await store.add(.sample(String(repeating: "long", count: 60)), to: .environments)
        try await store.setLabels(["prod", "Stable 1"], version: "1", of: "env", in: .environments)
        try await store.setArchived(true, version: "4", of: "env", in: .environments)
        try await store.remove(version: "2", of: "env", in: .environments)
        let wheel = Array("wheel".utf8)
        try await store.addBlob(
            wheel,
            as: BlobName(
                collection: .wheels,
                sha256: ContentHash.sha256Hex(wheel),
                fileName: "mine-1.0-py3-none-any.whl"
            )
        )
        try scratch.write("ws/.git/config", "[core]")
        try scratch.write("ws/notes.txt", "foreign")
        for folder in ["environments/env/1", "wheels", "wheels/\(ContentHash.sha256Hex(wheel))"] {
            try scratch.write("ws/\(folder)/.DS_Store", "foreign")
        }
        return workspace
    }

    /// Returns the path and content of every file that is neither this machine's own nor foreign.
    private func contents(_ folder: String) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try scratch.tree(folder) {
            let isForeign = name.hasPrefix(".git/") || name == "notes.txt" || name.hasSuffix(".DS_Store")
            guard !name.contains(".local"), !isForeign else { continue }
            contents[name] = FileManager.default.contents(atPath: "\(scratch.path)/\(folder)/\(name)")
        }
        return contents
    }

    private func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(scratch.path)/\(name)")))
    }

    @Test func `an imported workspace equals the exported one byte for byte`() async throws {
        let workspace = try await sample()
        try await workspace.exportWorkspace(path: "\(scratch.path)/a.tar")
        let copy = try await Workspace.importWorkspace(path: "\(scratch.path)/a.tar", directory: "\(scratch.path)/copy")
        #expect(try contents("copy") == contents("ws"))
        #expect(try contents("copy").count > 20)
        #expect(copy.name == "w")
        #expect(copy.location == "westus")
        #expect(try await copy.verify() == [])
        #expect(
            try await copy.store.history(of: "env", in: .environments)
                == workspace.store.history(of: "env", in: .environments)
        )
        #expect(try await copy.store.document(named: "env", version: nil, in: .environments)?.version == "3")
        #expect(try await copy.store.version(labelled: "prod", of: "env", in: .environments) == "1")
        // The number of the deleted version is not assigned again, and the copy can be changed.
        #expect(try await copy.store.add(.sample(content: "e"), to: .environments).version == "5")
        #expect(try scratch.tree("").filter { $0.contains(Directory.hiddenTemporaryPrefix) } == [])
    }

    @Test func `the same content gives the same export file`() async throws {
        try await sample().exportWorkspace(path: "\(scratch.path)/a.tar")
        let copy = try await Workspace.importWorkspace(path: "\(scratch.path)/a.tar", directory: "\(scratch.path)/copy")
        try await copy.exportWorkspace(path: "\(scratch.path)/b.tar")
        #expect(try bytes("a.tar") == bytes("b.tar"))
    }

    @Test func `an existing file is replaced only with overwrite`() async throws {
        let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        try scratch.write("a.tar", "mine")
        let error = await #expect(throws: WorkspaceError.self) {
            try await workspace.exportWorkspace(path: "\(scratch.path)/a.tar")
        }
        #expect(error?.code == .exportExists)
        #expect(try scratch.read("a.tar") == "mine")
        try await workspace.exportWorkspace(path: "\(scratch.path)/a.tar", overwrite: true)
        #expect(try bytes("a.tar").count > 2048)
    }

    @Test(arguments: [
        "ws/w.tar", "ws/workspace.json", "ws/environments/env/1/original.yml", "ws/wheels/a.tar", "link/a.tar",
    ])
    func `an export file is not written into the workspace's own folder`(name: String) async throws {
        let workspace = try await sample()
        try scratch.link("link", to: "ws")
        let before = try contents("ws")
        let error = await #expect(throws: WorkspaceError.self) {
            try await workspace.exportWorkspace(path: "\(scratch.path)/\(name)", overwrite: true)
        }
        #expect(error?.code == .exportInsideWorkspace)
        #expect(try contents("ws") == before)
    }

    @Test func `if the path is a link, the file that it leads to is replaced`() async throws {
        let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        try scratch.write("disk/a.tar", "old")
        try scratch.link("a.tar", to: "disk/a.tar")
        try await workspace.exportWorkspace(path: "\(scratch.path)/a.tar", overwrite: true)
        #expect(try bytes("disk/a.tar").count > 2048)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(scratch.path)/a.tar") == "disk/a.tar")
    }

    @Test(arguments: ["ws", "missing/a.tar"])
    func `a path that cannot be a file is refused`(path: String) async throws {
        let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        let error = await #expect(throws: WorkspaceError.self) {
            try await workspace.exportWorkspace(path: "\(scratch.path)/\(path)", overwrite: true)
        }
        #expect(error?.message.contains("\(scratch.path)/\(path)") == true)
        #expect(!scratch.exists("missing"))
    }

    @Test(arguments: ["missing.tar", "ws"])
    func `importing a path that is not a file is refused and creates nothing`(path: String) async throws {
        try scratch.makeFolder("ws")
        let error = await #expect(throws: WorkspaceError.self) {
            try await Workspace.importWorkspace(path: "\(scratch.path)/\(path)", directory: "\(scratch.path)/new/w")
        }
        #expect(error?.message.contains("\(scratch.path)/\(path)") == true)
        #expect(!scratch.exists("new"))
    }

    @Test func `a damaged workspace is not exported`() async throws {
        let workspace = try await sample()
        try scratch.write("ws/environments/env/1/content.txt", "changed")
        let error = await #expect(throws: WorkspaceError.self) {
            try await workspace.exportWorkspace(path: "\(scratch.path)/a.tar")
        }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("content.txt") == true)
        #expect(!scratch.exists("a.tar"))
    }

    @Test(arguments: ["empty", "link", "empty/."])
    func `an empty folder becomes the workspace, and a link to it is kept`(place: String) async throws {
        try await sample().exportWorkspace(path: "\(scratch.path)/a.tar")
        try scratch.makeFolder("empty")
        try scratch.link("link", to: "empty")
        let copy = try await Workspace.importWorkspace(
            path: "\(scratch.path)/a.tar",
            directory: "\(scratch.path)/\(place)"
        )
        #expect(copy.name == "w")
        #expect(try contents("empty") == contents("ws"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(scratch.path)/link") == "empty")
    }

    @Test func `without a directory, the workspace is imported into the default folder of its name`() async throws {
        try await sample().exportWorkspace(path: "\(scratch.path)/a.tar")
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let copy = try await Workspace.importWorkspace(path: "../a.tar")
            #expect(scratch.exists("home/.azureml/workspaces/w/workspace.json"))
            #expect(try await Workspace.get(name: "w").id == copy.id)
            let error = await #expect(throws: WorkspaceError.self) {
                try await Workspace.importWorkspace(path: "../a.tar")
            }
            #expect(error?.code == .alreadyExists)
            #expect(try scratch.tree("home/.azureml/workspaces").filter { $0.contains("tmp-") } == [])
        }
    }

    @Test(arguments: ["workspace", "file", "folder", "link"])
    func `an import never changes existing files`(_ kind: String) async throws {
        try await sample().exportWorkspace(path: "\(scratch.path)/a.tar")
        switch kind {
        case "workspace": _ = try await Workspace.create(name: "w", directory: "\(scratch.path)/x/target")
        case "file": try scratch.write("x/target", "mine")
        case "folder": try scratch.write("x/target/mine", "mine")
        default:
            try scratch.write("x/real/mine", "mine")
            try scratch.link("x/target", to: "real")
        }
        let before = try scratch.tree("x")
        let error = await #expect(throws: WorkspaceError.self) {
            try await Workspace.importWorkspace(path: "\(scratch.path)/a.tar", directory: "\(scratch.path)/x/target")
        }
        #expect(error?.code == (kind == "workspace" ? .alreadyExists : .directoryNotEmpty))
        #expect(try scratch.tree("x") == before)
    }

    @Test(arguments: [Interruption.Kind.diskFull, .allFromHere])
    func `a failed export leaves no incomplete file, and can be repeated`(kind: Interruption.Kind) async throws {
        let workspace = try await sample()
        try await workspace.exportWorkspace(path: "\(scratch.path)/whole.tar")
        let whole = try bytes("whole.tar")
        try scratch.makeFolder("x")
        var step = 0
        while true {
            let interruption = Interruption(at: step, kind)
            _ = try? await interruption.during {
                try await workspace.exportWorkspace(path: "\(scratch.path)/x/\(step).tar")
            }
            if scratch.exists("x/\(step).tar") { #expect(try bytes("x/\(step).tar") == whole) }
            guard interruption.wasReached else { break }
            try await workspace.exportWorkspace(path: "\(scratch.path)/x/\(step).tar", overwrite: true)
            #expect(try bytes("x/\(step).tar") == whole)
            #expect(try scratch.tree("x").filter { $0.contains("tmp-") } == [])
            step += 1
        }
        #expect(step > 20)
    }

    @Test(arguments: [Interruption.Kind.diskFull, .allFromHere])
    func `a failed import leaves a whole workspace or no workspace, and can be repeated`(
        kind: Interruption.Kind
    ) async throws {
        try await sample().exportWorkspace(path: "\(scratch.path)/a.tar")
        let wanted = try contents("ws")
        try scratch.makeFolder("x")
        var step = 0
        while true {
            let target = "\(scratch.path)/x/\(step)"
            let interruption = Interruption(at: step, kind)
            let error: (any Error)?
            do {
                _ = try await interruption.during {
                    try await Workspace.importWorkspace(path: "\(scratch.path)/a.tar", directory: target)
                }
                error = nil
            } catch let caught {
                error = caught
            }
            guard interruption.wasReached else {
                #expect(error == nil)
                break
            }
            if let error { #expect((error as? WorkspaceError)?.code == .fileSystemFailed) }
            if scratch.exists("x/\(step)") {
                #expect(try contents("x/\(step)") == wanted)
            } else {
                _ = try await Workspace.importWorkspace(path: "\(scratch.path)/a.tar", directory: target)
                #expect(try contents("x/\(step)") == wanted)
                #expect(try scratch.tree("x").filter { $0.contains("tmp-") } == [])
            }
            step += 1
        }
        #expect(step > 60)
    }
}
