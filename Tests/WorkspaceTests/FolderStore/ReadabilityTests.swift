import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// A file that cannot be read at the moment, or by this user, is not damaged, because a later attempt can succeed.
@Suite struct ReadabilityTests {
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for name in ["a", "b"] {
            for content in ["first", "second"] {
                _ = try await store.add(.sample(name, content: content), to: .environments)
            }
        }
    }

    private func refusing<Result>(
        _ kind: FileOperation.Kind,
        _ suffix: String,
        _ code: Int32,
        _ work: () async throws -> Result
    ) async rethrows -> Result {
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == kind, step.path.hasSuffix(suffix) else { return }
            throw FileSystemError(step.kind, step.path, .system(code))
        }
        return try await FileOperation.$observer.withValue(observer) { try await work() }
    }

    @Test(
        arguments: [
            (.openFolder, "/environments/b"), (.openFolder, "/environments/b/2"), (.read, "/b/2/registration.json"),
        ] as [(FileOperation.Kind, String)],
        [EMFILE, EACCES, EIO]
    )
    func `names are listed completely or not at all`(step: (FileOperation.Kind, String), code: Int32) async throws {
        let error = await #expect(throws: WorkspaceError.self) {
            try await refusing(step.0, step.1, code) { try await store.names(in: .environments) }
        }
        #expect(error?.code == .fileSystemFailed)
        #expect(error?.message.contains("/environments/b") == true)
    }

    @Test func `listing names opens only the latest version of each environment`() async throws {
        let steps = try await StepRecorder().during { _ = try await store.names(in: .environments) }
        #expect(!steps.contains { $0.kind == .list && $0.path.hasSuffix("/environments/a") })
        #expect(steps.contains { $0.kind == .read && $0.path.hasSuffix("/a/2/registration.json") })
        #expect(!steps.contains { $0.path.contains("/environments/a/1") })
    }

    @Test(arguments: [EMFILE, EACCES, EIO])
    func `an unreadable latest version is an error, and no hint is written`(code: Int32) async throws {
        try scratch.remove("ws/environments/a/.local")
        for version in [nil, "2"] {
            let error = await #expect(throws: WorkspaceError.self) {
                try await refusing(.read, "/a/2/registration.json", code) {
                    try await store.document(named: "a", version: version, in: .environments)
                }
            }
            #expect(error?.code == .fileSystemFailed)
        }
        #expect(!scratch.exists("ws/environments/a/.local/latest.json"))
        #expect(try await store.document(named: "a", version: nil, in: .environments)?.version == "2")
    }

    @Test func `no hint is written beside a damaged version, because it can become whole unnoticed`() async throws {
        _ = try await store.add(.sample("a", version: "named", content: "third"), to: .environments)
        try scratch.remove("ws/environments/a/.local")
        let text = try scratch.read("ws/environments/a/named/registration.json")
        try scratch.write("ws/environments/a/named/registration.json", "{")
        #expect(try await store.document(named: "a", version: nil, in: .environments)?.version == "2")
        try scratch.write("ws/environments/a/named/registration.json", text)
        #expect(try await store.document(named: "a", version: nil, in: .environments)?.version == "named")
    }

    /// Between the reading of the versions and the rename, another process changes the folder in a way that the count
    /// of links does not show.
    @Test func `a writer leaves a hint only if it can tell that no other writer came in between`() async throws {
        let path = "\(scratch.path)/ws/environments/a"
        let staged: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .rename, step.path == "\(path)/3" else { return }
            // Where folders do not count as links, the count does not grow; removing a folder has the same effect here.
            try? FileManager.default.moveItem(atPath: "\(path)/1", toPath: "\(path)/../moved")
        }
        let stored = try await FileOperation.$observer.withValue(staged) {
            try await store.add(.sample("a", content: "third"), to: .environments)
        }
        #expect(stored.version == "3")
        let hint = try scratch.read("ws/environments/a/.local/latest.json")
        #expect(hint.contains("\"latest\": \"2\""))
    }

    @Test func `verify reports unreadable files and folders, and continues`() async throws {
        try scratch.remove("ws/environments/b/2/content.txt")
        let findings = try await refusing(.openFolder, "/environments/a", EACCES) { try await store.verify() }
        #expect(findings.map(\.code) == ["version-unreadable", "version-damaged"])
        #expect(findings.allSatisfy { $0.message.japanese.contains($0.message.english.dropLast()) })
        let others = try await refusing(.read, "/a/1/registration.json", EIO) { try await store.verify() }
        #expect(others.map(\.code) == ["version-unreadable", "version-damaged"])
    }

    @Test(arguments: [EMFILE, EACCES])
    func `a workspace that cannot be read at the moment is not called damaged by an export`(code: Int32) async throws {
        let workspace = try await Workspace.get(name: "w", directory: "\(scratch.path)/ws")
        let path = "\(scratch.path)/w.tar"
        let error = await #expect(throws: WorkspaceError.self) {
            try await refusing(.read, "/a/1/registration.json", code) {
                try await workspace.exportWorkspace(path: path)
            }
        }
        #expect(error?.code == .fileSystemFailed)
        #expect(error?.message.contains("cannot be read and so cannot be exported") == true)
        #expect(error?.hint != nil)
        try await workspace.exportWorkspace(path: path)
        let imported = await #expect(throws: WorkspaceError.self) {
            try await refusing(.read, "/a/1/registration.json", code) {
                try await Workspace.importWorkspace(path: path, directory: "\(scratch.path)/copy")
            }
        }
        #expect(imported?.code == .fileSystemFailed)
        #expect(imported?.message.contains("cannot be imported") == true)
        // Damage comes first: it needs another remedy.
        try scratch.write("ws/environments/b/2/content.txt", "changed")
        let damaged = await #expect(throws: WorkspaceError.self) {
            try await refusing(.read, "/a/1/registration.json", code) {
                try await workspace.exportWorkspace(path: path)
            }
        }
        #expect(damaged?.code == .damaged)
    }

    @Test func `verify can be cancelled`() async throws {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await store.verify()
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
