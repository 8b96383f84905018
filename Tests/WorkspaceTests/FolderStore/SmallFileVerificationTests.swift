import AzureMLSupport
import AzureMLSystem
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

/// `verify` looks into every small file of a workspace, and an import refuses those that are damaged.
@Suite struct SmallFileVerificationTests {
    private let scratch: ScratchFolder
    private let workspace: Workspace
    private var store: any WorkspaceStore { workspace.store }

    init() async throws {
        scratch = try ScratchFolder()
        workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        for content in ["a", "b", "c"] { _ = try await store.add(.sample(content: content), to: .environments) }
    }

    private static let digest = "sha256:" + String(repeating: "0", count: 64)

    enum Damage: CaseIterable {
        case notJSON, notAnObject, notAnImage, notADigest, tooLarge, folder, link, pipe

        /// Whether it is noticed without looking at the content.
        var isOfFile: Bool { [.tooLarge, .folder, .link, .pipe].contains(self) }

        func apply(to name: String, in scratch: ScratchFolder) throws {
            switch self {
            case .notJSON: try scratch.write(name, "{")
            case .notAnObject: try scratch.write(name, "[]")
            case .notAnImage: try scratch.write(name, "{\"Not an image\": \"\(digest)\"}")
            case .notADigest: try scratch.write(name, "{\"ubuntu:22.04\": \"sha256:12\"}")
            case .tooLarge: try scratch.write(name, Array(repeating: UInt8(ascii: " "), count: (1 << 20) + 1))
            case .folder: try scratch.makeFolder(name)
            case .pipe:
                let result = unsafe mkfifo("\(scratch.path)/\(name)", 0o600)
                try #require(result == 0)
            case .link:
                try scratch.write("outside", "{}")
                try scratch.link(name, to: "\(scratch.path)/outside")
            }
        }
    }

    /// Packs the workspace as `tar` does, without a check.
    private func pack() throws -> String {
        let path = "\(scratch.path)/packed.tar"
        let process = try Process.run(
            URL(filePath: "/usr/bin/env"),
            arguments: ["tar", "--exclude=.local", "-C", "\(scratch.path)/ws", "-cf", path, "."]
        )
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return path
    }

    private func expectImportRefused() async throws {
        let path = try pack()
        let error = await #expect(throws: WorkspaceError.self) {
            try await Workspace.importWorkspace(path: path, directory: "\(scratch.path)/imported")
        }
        #expect(error?.code == .exportInvalid)
        #expect(!scratch.exists("imported"))
    }

    @Test(arguments: Damage.allCases)
    func `a damaged lockfile of image digests is reported and not imported`(damage: Damage) async throws {
        try await store.changeNote(.imageDigests) { _ in Array("{\"ubuntu:22.04\": \"\(Self.digest)\"}".utf8) }
        #expect(try await store.verify() == [])
        try scratch.remove("ws/image-digests.json")
        try damage.apply(to: "ws/image-digests.json", in: scratch)
        let findings = try await store.verify()
        #expect(findings.map(\.code) == ["file-damaged"])
        #expect(findings.first?.location?.file == "\(scratch.path)/ws/image-digests.json")
        if damage.isOfFile {
            let error = await #expect(throws: WorkspaceError.self) { try await store.note(.imageDigests) }
            #expect(error?.code == .damaged)
            #expect(error?.location == findings.first?.location)
            #expect(error?.hint == findings.first?.hint?.english)
        }
        // tar leaves no trace of an empty folder in an import.
        if damage == .folder { return }
        try await expectImportRefused()
    }

    @Test func `a lockfile that could not be read again is not written`() async throws {
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.changeNote(.imageDigests) { _ in Array(repeating: 32, count: (1 << 20) + 1) }
        }
        #expect(error?.message.contains("it is larger than 1048576 bytes") == true)
        #expect(try await store.note(.imageDigests) == nil)
    }

    @Test(arguments: [
        ("", "archive-damaged"), ("{}", "archive-damaged"), ("{\"version\": \"2\"}", "archive-damaged"),
        ("{\"version\": \"a/b\"}", "archive-damaged"), ("{\"version\": \"1\"}", nil),
    ])
    func `a damaged archive marker is reported and not imported`(text: String, code: String?) async throws {
        try scratch.write("ws/environments/env/.archived/1", text)
        #expect(try await store.verify().map(\.code.name) == (code.map { [$0] } ?? []))
        if code != nil { try await expectImportRefused() }
    }

    @Test(arguments: [Damage.folder, .link])
    func `an archive marker that is not a file is reported`(damage: Damage) async throws {
        try scratch.makeFolder("ws/environments/env/.archived")
        try damage.apply(to: "ws/environments/env/.archived/1", in: scratch)
        #expect(try await store.verify().map(\.code) == ["archive-damaged"])
    }

    @Test func `an archive marker that is too large is reported`() async throws {
        try scratch.write("ws/environments/env/.archived/1", Array(repeating: 32, count: 1 << 17))
        #expect(try await store.verify().map(\.code) == ["archive-damaged"])
    }

    @Test func `a label or archive marker that cannot be read hides no other finding`() async throws {
        for name in ["1", "2"] {
            try scratch.write("ws/environments/env/.labels/\(name)", "{")
            try scratch.write("ws/environments/env/.archived/\(name)", "{")
        }
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .read, step.path.hasSuffix("/.labels/1") || step.path.hasSuffix("/.archived/1") else {
                return
            }
            throw FileSystemError(step.kind, step.path, .system(EACCES))
        }
        let findings = try await FileOperation.$observer.withValue(observer) { try await store.verify() }
        #expect(findings.map(\.code) == ["file-unreadable", "archive-damaged", "file-unreadable", "label-damaged"])
        let folder = "\(scratch.path)/ws/environments/env"
        #expect(
            findings.map(\.location?.file) == [
                "\(folder)/.archived/1", "\(folder)/.archived/2", "\(folder)/.labels/1", "\(folder)/.labels/2",
            ]
        )
    }

    @Test(arguments: [".labels", ".archived"])
    func `verifying labels and archive markers can be cancelled`(folder: String) async throws {
        for name in ["1", "2", "3"] { try scratch.write("ws/environments/env/\(folder)/\(name)", "{") }
        let reads = Mutex(0)
        let observer: FileOperation.Observer = { step in
            guard step.kind == .read, step.path.contains("/\(folder)/") else { return }
            reads.withLock { $0 += 1 }
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
        }
        let store = store
        let task = Task {
            try await FileOperation.$observer.withValue(observer) { try await store.verify() }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(reads.withLock(\.self) == 1)
    }

    private func changeRecord(_ change: (inout [String: Any]) -> Void) throws {
        let path = "ws/environments/env/1/registration.json"
        let record = try JSONSerialization.jsonObject(with: Data(try scratch.bytes(path)))
        var members = try #require(record as? [String: Any])
        change(&members)
        try scratch.write(path, Array(try JSONSerialization.data(withJSONObject: members)))
    }

    @Test func `a record without a hash can be read and imported, and verify names it`() async throws {
        try changeRecord {
            $0["record_hash"] = nil
            $0["sequence"] = 9
        }
        #expect(try await store.document(named: "env", version: "1", in: .environments)?.sequence == 9)
        let findings = try await store.verify()
        #expect(findings.map(\.code) == ["record-without-hash"])
        #expect(findings.first?.severity == .warning)
        let imported = try await Workspace.importWorkspace(path: pack(), directory: "\(scratch.path)/imported")
        #expect(try await imported.verify().map(\.code) == ["record-without-hash"])
    }

    @Test func `a record with an unknown member is damaged`() async throws {
        try changeRecord {
            $0["record_hash"] = nil
            $0["more"] = [1, 2]
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.document(named: "env", version: "1", in: .environments)
        }
        #expect(error?.message.contains("it has the unknown member 'more'") == true)
        try await expectImportRefused()
    }

    /// The hash is made of the whole record, so a record whose members are not what they should be is refused before.
    @Test(arguments: ["files", "secret_references", "sequence", "name", "removed"])
    func `the members of a record are checked before its hash is made`(member: String) async throws {
        try changeRecord {
            $0[member] = [[[1]]]
            $0["record_hash"] = "0"
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.document(named: "env", version: "1", in: .environments)
        }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("the member '\(member)' is missing or invalid") == true)
    }

    @Test func `a record is at most 1 MiB, whether it is read or written`() async throws {
        let references = ["password": String(repeating: "x", count: 1 << 20)]
        let draft = DocumentDraft(name: "env", version: nil, contentHash: "d", secretReferences: references) { _ in [] }
        let written = await #expect(throws: WorkspaceError.self) { try await store.add(draft, to: .environments) }
        #expect(written?.code == .versionTooLarge)
        #expect(written?.message.contains("1048576 are allowed") == true)
        #expect(try await store.versions(of: "env", in: .environments).count == 3)
        try changeRecord { $0["secret_references"] = references }
        let read = await #expect(throws: WorkspaceError.self) {
            try await store.document(named: "env", version: "1", in: .environments)
        }
        #expect(read?.code == .damaged)
        #expect(read?.message.contains("larger than 1048576 bytes") == true)
    }
}
