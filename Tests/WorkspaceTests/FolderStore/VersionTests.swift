import AzureMLSupport
import Foundation
import TestSupport
import Testing
import Workspace

@Suite struct VersionTests {
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
    }

    @Test func `versions count up, and equal content is not a new version`() async throws {
        var versions: [String] = []
        for content in ["a", "a", "b", "b", "a"] {
            versions.append(try await store.add(.sample(content: content), to: .environments).version)
        }
        #expect(versions == ["1", "1", "2", "2", "3"])
        #expect(try await store.versions(of: "env", in: .environments) == ["1", "2", "3"])
        let latest = try await store.document(named: "env", version: nil, in: .environments)
        #expect(latest?.version == "3")
        #expect(latest?[file: "definition.json"] == Array("{\"version\": \"3\"}".utf8))
        let first = try await store.document(named: "env", version: "1", in: .environments)
        #expect(first?[file: "content.txt"] == Array("a".utf8))
    }

    @Test func `an explicit version never changes`() async throws {
        _ = try await store.add(.sample(version: "7", content: "a"), to: .environments)
        let again = try await store.add(.sample(version: "7", content: "a"), to: .environments)
        #expect(again.version == "7")
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.add(.sample(version: "7", content: "b"), to: .environments)
        }
        #expect(error?.code == .versionConflict)
        #expect(try await store.add(.sample(content: "b"), to: .environments).version == "8")
    }

    @Test func `the latest version is the one stored last, not the highest`() async throws {
        for (version, content) in [("5", "a"), ("beta", "b"), ("2", "c")] {
            _ = try await store.add(.sample(version: version, content: content), to: .environments)
        }
        #expect(try await store.document(named: "env", version: nil, in: .environments)?.version == "2")
        // The hint only saves time: without it, the answer is the same.
        try scratch.remove("ws/environments/env/.local")
        #expect(try await store.document(named: "env", version: nil, in: .environments)?.version == "2")
        #expect(try await store.versions(of: "env", in: .environments) == ["5", "beta", "2"])
        #expect(try await store.add(.sample(content: "d"), to: .environments).version == "6")
    }

    @Test func `different secret references are different content`() async throws {
        let draft = DocumentDraft(
            name: "env",
            version: nil,
            contentHash: "a",
            secretReferences: ["password": "${TOKEN}"]
        ) { _ in [] }
        _ = try await store.add(.sample(content: "a"), to: .environments)
        let stored = try await store.add(draft, to: .environments)
        #expect(stored.version == "2")
        let read = try await store.document(named: "env", version: "2", in: .environments)
        #expect(read?.secretReferences == ["password": "${TOKEN}"])
    }

    @Test func `names are kept as given and sorted by bytes`() async throws {
        let long = String(repeating: "長", count: 200)
        for name in ["b", "B", "日本 語", "con", long] {
            _ = try await store.add(.sample(name), to: .environments)
        }
        #expect(try await store.names(in: .environments) == ["B", "b", "con", "日本 語", long])
        #expect(try await store.document(named: "B", version: nil, in: .environments)?.name == "B")
        #expect(try await store.document(named: "absent", version: nil, in: .environments) == nil)
        #expect(try await store.document(named: "b", version: "9", in: .environments) == nil)
    }

    @Test(arguments: ["../../x", "a/b", ".", "", String(repeating: "a", count: 300), "a\nb"])
    func `a hostile name or version changes nothing on the disk`(text: String) async throws {
        let before = try scratch.tree()
        await #expect(throws: WorkspaceError.self) { try await store.add(.sample(text), to: .environments) }
        await #expect(throws: WorkspaceError.self) {
            try await store.add(.sample(version: text), to: .environments)
        }
        await #expect(throws: WorkspaceError.self) {
            try await store.document(named: text, version: nil, in: .environments)
        }
        #expect(try scratch.tree() == before)
    }

    @Test(arguments: ["../x", "registration.json", ""])
    func `a file name that a version cannot contain is refused`(name: String) async throws {
        let draft = DocumentDraft(name: "env", version: nil, contentHash: "a", secretReferences: [:]) { _ in
            [DocumentFile(name: name, bytes: [])]
        }
        await #expect(throws: WorkspaceError.self) { try await store.add(draft, to: .environments) }
        #expect(try await store.names(in: .environments) == [])
    }

    @Test func `no number is assigned after the greatest one`() async throws {
        _ = try await store.add(.sample(version: String(Int.max), content: "a"), to: .environments)
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.add(.sample(content: "b"), to: .environments)
        }
        #expect(error?.code == .versionsExhausted)
    }

    @Test(arguments: [false, true])
    func `a deleted version with the greatest number does not end the numbering`(isInMemory: Bool) async throws {
        let store = isInMemory ? try Workspace.inMemory(name: "m").store : self.store
        for (version, content) in [("7", "a"), (String(Int.max - 1), "b"), (String(Int.max), "c")] {
            _ = try await store.add(.sample(version: version, content: content), to: .environments)
        }
        try await store.remove(version: String(Int.max), of: "env", in: .environments)
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.add(.sample(content: "d"), to: .environments)
        }
        #expect(error?.code == .versionsExhausted)
        try await store.remove(version: String(Int.max - 1), of: "env", in: .environments)
        #expect(try await store.add(.sample(content: "d"), to: .environments).version == "8")
        #expect(try await store.add(.sample(content: "e"), to: .environments).version == "9")
        try await store.remove(version: "9", of: "env", in: .environments)
        #expect(try await store.add(.sample(content: "f"), to: .environments).version == "10")
    }

    @Test func `concurrent writers lose no version and assign no number twice`() async throws {
        let path = "\(scratch.path)/ws"
        let versions = try await withThrowingTaskGroup(of: String.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    // Each writer has its own store, so that the writers share only the folder.
                    let own = FileWorkspaceStore(path: path)
                    var last = ""
                    for round in 0..<10 {
                        last = try await own.add(.sample(content: "\(writer).\(round)"), to: .environments).version
                    }
                    return last
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(versions.count == 8)
        let stored = try await store.versions(of: "env", in: .environments)
        #expect(stored.compactMap(Int.init).sorted() == Array(1...80))
        #expect(try await store.document(named: "env", version: nil, in: .environments)?.version == stored.last)
        #expect(try await store.verify().filter { $0.severity != .info } == [])
    }
}
