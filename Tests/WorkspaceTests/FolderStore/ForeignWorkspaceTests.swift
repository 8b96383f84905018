import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// Workspaces from elsewhere can contain files that no writer of this SDK made.
@Suite struct ForeignWorkspaceTests {
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

    @Test func `the number of files of a version is limited`() async throws {
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

    @Test func `the total size of the files of a version is limited`() async throws {
        // Sparse files, so that they take no space on the disk.
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
    func `a record with an invalid name is damaged, and storing still works`(member: String) async throws {
        let key = member.prefix { $0 != ":" }
        try replace(member, "\(key): \"a/b\"")
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.document(named: "env", version: nil, in: .environments)
        }
        #expect(error?.code == .damaged)
        #expect(error?.location?.file == "\(scratch.path)/ws/environments/env/1/registration.json")
        #expect(try await store.add(.sample(content: "b"), to: .environments).version == "2")
    }

    @Test func `a workspace file with an invalid name is damaged`() async throws {
        let text = try scratch.read("ws/workspace.json")
        try scratch.write("ws/workspace.json", text.replacingOccurrences(of: "\"w\"", with: "\"a/b\""))
        let error = await #expect(throws: WorkspaceError.self) { try await workspace.getDetails() }
        #expect(error?.code == .damaged)
        #expect(error?.location?.file == "\(scratch.path)/ws/workspace.json")
    }

    @Test(arguments: ["2", "3", String(Int.max)])
    func `a stray file is not a version, whatever its name`(name: String) async throws {
        try scratch.write("ws/environments/env/\(name)", "")
        #expect(try await store.document(named: "env", version: nil, in: .environments)?.version == "1")
        let versions = try await [
            store.add(.sample(content: "b"), to: .environments).version,
            store.add(.sample(content: "c"), to: .environments).version,
        ]
        #expect(versions == Array(["2", "3", "4"].filter { $0 != name }.prefix(2)))
        #expect(try await store.verify().map(\.code) == ["file-foreign"])
    }

    @Test func `a file name that is not valid UTF-8 does not stop a deletion`() async throws {
        let path = "\(scratch.path)/ws/environments/env/1/".utf8.map { CChar(bitPattern: $0) }
        let descriptor = unsafe open(path + [CChar(bitPattern: 0xFF), 0], O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        let folder = unsafe mkdir(path + [CChar(bitPattern: 0xFE), 0], 0o700)
        #expect(folder == 0)
        try await workspace.delete()
        #expect(!scratch.exists("ws"))
    }

    @Test func `a folder of a lower layer, which cannot be renamed, is deleted in place`() async throws {
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .rename, step.path.hasSuffix("/environments") else { return }
            throw FileSystemError(step.kind, step.path, .system(EXDEV))
        }
        try await FileOperation.$observer.withValue(observer) { try await workspace.delete() }
        #expect(!scratch.exists("ws"))
    }

    @Test func `a folder that a writer creates again during a deletion is deleted too`() async throws {
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

    @Test func `a deletion that cannot finish because of writers reports that files are left`() async throws {
        let local = "\(scratch.path)/ws/.local"
        let observer: FileOperation.Observer = { step in
            guard step.kind == .remove, step.path == local else { return }
            _ = FileManager.default.createFile(atPath: "\(local)/new", contents: nil)
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) { try await workspace.delete() }
        }
        #expect(error?.message.contains("is deleted, but some of its files are left") == true)
        #expect(error?.hint?.contains("remove the folder '\(local)'") == true)
        #expect(try scratch.tree("ws") == [".local", ".local/new"])
    }

    @Test(arguments: [EBUSY, EACCES])
    func `a workspace folder that cannot be removed is left empty`(code: Int32) async throws {
        let root = "\(scratch.path)/ws"
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .remove, step.path == root else { return }
            throw FileSystemError(step.kind, step.path, .system(code))
        }
        try await FileOperation.$observer.withValue(observer) { try await workspace.delete() }
        #expect(try scratch.tree("ws") == [])
    }

    @Test(arguments: [".azureml/config.json", "aml_config/project.json", "config.json"])
    func `verify reports a configuration file that does not lead to its workspace`(file: String) async throws {
        let other = try await Workspace.create(name: "other", directory: "\(scratch.path)/other")
        for (project, text) in [
            ("ws", "a different one"), ("other", "it leads to the workspace in '\(other.directory ?? "")'"),
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

    @Test func `a configuration opens only the workspace that it names`() async throws {
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

    @Test func `verify reports that a workspace has a newer format`() async throws {
        let text = try scratch.read("ws/workspace.json")
        try scratch.write("ws/workspace.json", text.replacingOccurrences(of: "\"format\": 1", with: "\"format\": 2"))
        let error = await #expect(throws: WorkspaceError.self) { try await workspace.verify() }
        #expect(error?.code == .formatUnknown)
        #expect(error?.hint == "use a newer version of the SDK")
    }

    @Test func `nothing is stored in the folder of a deleted workspace`() async throws {
        try scratch.write("ws/notes.txt", "mine")
        try await workspace.delete()
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.add(.sample(content: "b"), to: .environments)
        }
        #expect(error?.code == .notFound)
        #expect(try scratch.tree("ws") == ["notes.txt"])
    }

    @Test func `the error for a file in place of a workspace folder has a hint`() async throws {
        try scratch.write("file", "")
        for directory in ["\(scratch.path)/file", "\(scratch.path)/file/below"] {
            let creating = await #expect(throws: WorkspaceError.self) {
                try await Workspace.create(name: "w", directory: directory)
            }
            #expect(creating?.code == .directoryNotEmpty)
            #expect(creating?.hint == "name a new or empty folder")
            let opening = await #expect(throws: WorkspaceError.self) {
                try await Workspace.get(name: "w", directory: directory)
            }
            #expect(opening?.code == .notFound)
            #expect(opening?.hint != nil)
        }
    }

    @Test func `the next creation with existOK removes leftovers beside the record of a workspace`() async throws {
        try scratch.makeFolder("ws/.local/tmp-00000000deadbeef/environments/x")
        _ = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws", existOK: true)
        #expect(try scratch.tree("ws/.local") == [])
    }

    @Test func `the parent of a link is resolved as the system resolves it`() async throws {
        try scratch.makeFolder("real/inner")
        try scratch.link("link", to: "real/inner")
        _ = try await Workspace.create(name: "w", directory: "\(scratch.path)/link/../new")
        #expect(scratch.exists("real/new/workspace.json"))
        #expect(!scratch.exists("new"))
    }

    @Test func `a workspace can be created on a disk without hard links`() async throws {
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

    @Test func `an error after the rename does not claim that nothing was changed`() async throws {
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
