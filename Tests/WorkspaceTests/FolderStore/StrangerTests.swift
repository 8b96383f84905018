import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// Workspaces that come from elsewhere hold what no writer of ours made.
@Suite struct StrangerTests {
    private let scratch: ScratchFolder
    private let workspace: Workspace
    private var store: any WorkspaceStore { workspace.store }

    init() async throws {
        scratch = try ScratchFolder()
        workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        _ = try await store.add(.sample(), to: .environments)
    }

    private func replace(_ old: String, _ new: String) throws {
        let registration = "ws/environments/env/1/registration.json"
        let text = try scratch.read(registration)
        #expect(text.contains(old))
        try scratch.write(registration, text.replacingOccurrences(of: old, with: new))
    }

    @Test func `a version has a bounded number of files`() async throws {
        let names = (0..<17).map { "\"file-\($0)\": \"\"" }.joined(separator: ", ")
        try replace("\"files\": {", "\"files\": {\(names), ")
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.document(named: "env", version: "1", in: .environments)
        }
        #expect(error?.code == .damaged)
        let draft = DocumentDraft(name: "many", version: nil, contentHash: "a", secretReferences: [:]) { _ in
            (0..<17).map { DocumentFile(name: "file-\($0)", bytes: []) }
        }
        await #expect(throws: WorkspaceError.self) { try await store.add(draft, to: .environments) }
    }

    @Test func `all files of a version have one limit together`() async throws {
        // Holes, so that the disk holds nothing.
        for name in ["content.txt", "definition.json"] {
            let file = try FileHandle(forWritingTo: URL(filePath: "\(scratch.path)/ws/environments/env/1/\(name)"))
            try file.truncate(atOffset: 0)
            try file.truncate(atOffset: 40 << 20)
            try file.close()
        }
        // The hash of 40 MiB of zero bytes, from sha256sum.
        let zeros = "80a3721188e40218b08b26776bc53bdae81e4784fff71d71450a197319cba113"
        let path = "ws/environments/env/1/registration.json"
        let record = try JSONSerialization.jsonObject(with: Data(try scratch.read(path).utf8))
        var members = try #require(record as? [String: Any])
        members["files"] = ["content.txt": zeros, "definition.json": zeros]
        members["record_hash"] = nil
        try scratch.write(path, String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self))
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.document(named: "env", version: "1", in: .environments)
        }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("larger than \((64 << 20) - (40 << 20)) bytes") == true)
    }

    @Test(arguments: ["\"name\": \"env\"", "\"version\": \"1\""])
    func `a record with a name that cannot be is damage, and work goes on`(member: String) async throws {
        let key = member.prefix { $0 != ":" }
        try replace(member, "\(key): \"a/b\"")
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.document(named: "env", version: nil, in: .environments)
        }
        #expect(error?.code == .damaged)
        #expect(error?.location?.file == "\(scratch.path)/ws/environments/env/1/registration.json")
        #expect(try await store.add(.sample(content: "b"), to: .environments).version == "2")
    }

    @Test func `a workspace file with a name that cannot be is damage`() async throws {
        let text = try scratch.read("ws/workspace.json")
        try scratch.write("ws/workspace.json", text.replacingOccurrences(of: "\"w\"", with: "\"a/b\""))
        let error = await #expect(throws: WorkspaceError.self) { try await workspace.getDetails() }
        #expect(error?.code == .damaged)
        #expect(error?.location?.file == "\(scratch.path)/ws/workspace.json")
    }

    @Test(arguments: ["2", "3", String(Int.max)])
    func `a stray file is no version, whatever its name`(name: String) async throws {
        try scratch.write("ws/environments/env/\(name)", "")
        #expect(try await store.document(named: "env", version: nil, in: .environments)?.version == "1")
        let versions = try await [
            store.add(.sample(content: "b"), to: .environments).version,
            store.add(.sample(content: "c"), to: .environments).version,
        ]
        #expect(versions == Array(["2", "3", "4"].filter { $0 != name }.prefix(2)))
        #expect(try await store.verify().map(\.code) == ["file-foreign"])
    }

    @Test func `a name that is no text does not stop a deletion`() async throws {
        let path = "\(scratch.path)/ws/environments/env/1/".utf8.map { CChar(bitPattern: $0) }
        let descriptor = unsafe open(path + [CChar(bitPattern: 0xFF), 0], O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        let folder = unsafe mkdir(path + [CChar(bitPattern: 0xFE), 0], 0o700)
        #expect(folder == 0)
        try await workspace.delete()
        #expect(!scratch.exists("ws"))
    }

    @Test func `a folder of a lower layer, which cannot be renamed, is deleted where it is`() async throws {
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .rename, step.path.hasSuffix("/environments") else { return }
            throw FileSystemError(step.kind, step.path, .system(EXDEV))
        }
        try await FileOperation.$observer.withValue(observer) { try await workspace.delete() }
        #expect(!scratch.exists("ws"))
    }

    @Test func `a folder that a writer makes again while the workspace is deleted goes too`() async throws {
        let root = "\(scratch.path)/ws"
        let observer: FileOperation.Observer = { step in
            guard step.kind == .remove, step.path == "\(root)/workspace.json" else { return }
            try? FileManager.default.createDirectory(
                atPath: "\(root)/environments/late/.local",
                withIntermediateDirectories: true
            )
        }
        try await FileOperation.$observer.withValue(observer) { try await workspace.delete() }
        #expect(!scratch.exists("ws"))
    }

    @Test func `a deletion that writers do not let finish says what is left`() async throws {
        let local = "\(scratch.path)/ws/.local"
        let observer: FileOperation.Observer = { step in
            guard step.kind == .remove, step.path == local else { return }
            _ = FileManager.default.createFile(atPath: "\(local)/new", contents: nil)
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) { try await workspace.delete() }
        }
        #expect(error?.message.contains("is deleted, but files of it are left") == true)
        #expect(error?.hint?.text.contains("remove the folder '\(local)'") == true)
        #expect(try scratch.tree("ws") == [".local", ".local/new"])
    }

    @Test(arguments: [EBUSY, EACCES])
    func `a folder that may not be removed stays empty`(code: Int32) async throws {
        let root = "\(scratch.path)/ws"
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .remove, step.path == root else { return }
            throw FileSystemError(step.kind, step.path, .system(code))
        }
        try await FileOperation.$observer.withValue(observer) { try await workspace.delete() }
        #expect(try scratch.tree("ws") == [])
    }

    @Test(arguments: [".azureml/config.json", "aml_config/project.json", "config.json"])
    func `verify names a configuration that leads elsewhere`(file: String) async throws {
        let other = try await Workspace.create(name: "other", directory: "\(scratch.path)/other")
        for (project, text) in [
            ("ws", "another one"), ("other", "it leads to the workspace in '\(other.directory ?? "")'"),
            ("absent", "there is no workspace"),
        ] {
            let directory = project == "ws" ? "." : "../\(project)"
            try scratch.write(
                "ws/\(file)",
                "{\"subscription_id\": \"\", \"resource_group\": \"\", \"workspace_name\": \"other\", "
                    + "\"workspace_directory\": \"\(directory)\"}"
            )
            let finding = try #require(try await store.verify().first)
            #expect(finding.code == "configuration-elsewhere")
            #expect(finding.location?.file == "\(scratch.path)/ws/\(file)")
            #expect(finding.message.english.contains(text))
        }
        try scratch.write(
            "ws/\(file)",
            "{\"subscription_id\": \"\", \"resource_group\": \"\", \"workspace_name\": \"w\", "
                + "\"workspace_directory\": \".\"}"
        )
        #expect(try await store.verify() == [])
        #expect(try Workspace.fromConfig(path: "\(scratch.path)/ws").id == workspace.id)
    }

    @Test func `a configuration opens no workspace but the one that it names`() async throws {
        _ = try await Workspace.create(name: "other", directory: "\(scratch.path)/other")
        try scratch.write(
            "project/config.json",
            "{\"subscription_id\": \"\", \"resource_group\": \"\", \"workspace_name\": \"w\", "
                + "\"workspace_directory\": \"../other\"}"
        )
        let error = #expect(throws: WorkspaceError.self) { try Workspace.fromConfig(path: "\(scratch.path)/project") }
        #expect(error?.code == .identityDiffers)
        #expect(error?.message.contains("its name is 'other', not 'w'") == true)
    }

    @Test func `verify says that a workspace has a format from the future`() async throws {
        let text = try scratch.read("ws/workspace.json")
        try scratch.write("ws/workspace.json", text.replacingOccurrences(of: "\"format\": 1", with: "\"format\": 2"))
        let error = await #expect(throws: WorkspaceError.self) { try await workspace.verify() }
        #expect(error?.code == .futureFormat)
        #expect(error?.hint?.text == "use a newer version of the SDK")
    }

    @Test func `nothing is stored in what was a workspace`() async throws {
        try scratch.write("ws/notes.txt", "mine")
        try await workspace.delete()
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.add(.sample(content: "b"), to: .environments)
        }
        #expect(error?.code == .notFound)
        #expect(try scratch.tree("ws") == ["notes.txt"])
    }

    @Test func `a file in the place of a workspace says what to do`() async throws {
        try scratch.write("file", "")
        for directory in ["\(scratch.path)/file", "\(scratch.path)/file/below"] {
            let creating = await #expect(throws: WorkspaceError.self) {
                try await Workspace.create(name: "w", directory: directory)
            }
            #expect(creating?.code == .directoryNotEmpty)
            #expect(creating?.hint?.text == "name a new or empty folder")
            let opening = await #expect(throws: WorkspaceError.self) {
                try await Workspace.get(name: "w", directory: directory)
            }
            #expect(opening?.code == .notFound)
            #expect(opening?.hint != nil)
        }
    }

    @Test func `leftovers beside the record of a workspace go with the next opening`() async throws {
        try scratch.makeFolder("ws/.local/tmp-00000000deadbeef/environments/x")
        _ = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws", existOK: true)
        #expect(try scratch.tree("ws/.local") == [])
    }

    @Test func `a parent folder is the one that the system goes to`() async throws {
        try scratch.makeFolder("real/inner")
        try scratch.link("link", to: "real/inner")
        _ = try await Workspace.create(name: "w", directory: "\(scratch.path)/link/../new")
        #expect(scratch.exists("real/new/workspace.json"))
        #expect(!scratch.exists("new"))
    }

    @Test func `a disk without links holds a workspace too`() async throws {
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            if step.kind == .link { throw FileSystemError(step.kind, step.path, .system(EPERM)) }
        }
        try await FileOperation.$observer.withValue(observer) {
            let directory = "\(scratch.path)/other"
            let created = try await Workspace.create(name: "w", directory: directory)
            #expect(try await Workspace.create(name: "w", directory: directory, existOK: true).id == created.id)
        }
        #expect(try scratch.tree("other/.local") == [])
    }

    @Test func `a refusal after the rename does not claim that nothing was changed`() async throws {
        let entry = "\(scratch.path)/ws/environments/env"
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            if step.kind == .synchronize, step.path == entry { throw .diskFull(step) }
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) {
                try await store.add(.sample(content: "b"), to: .environments)
            }
        }
        #expect(error.map { "\($0)".contains("nothing was changed") } == false)
        #expect(scratch.exists("ws/environments/env/2"))
    }
}
