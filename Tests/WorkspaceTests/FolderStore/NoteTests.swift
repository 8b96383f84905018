import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing

@testable import Workspace

@Suite struct NoteTests {
    @Test func `notes are replaced as a whole, and concurrent changes lose nothing`() async throws {
        let folder = try ScratchFolder()
        let store = try await Workspace.create(name: "notes", directory: "\(folder.path)/w").store
        #expect(try await store.note(.imageDigests) == nil)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask { try await store.changeNote(.imageDigests) { ($0 ?? []) + [UInt8(ascii: "x")] } }
            }
            try await group.waitForAll()
        }
        #expect(try await store.note(.imageDigests)?.count == 20)
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/w/image-digests.json"))
    }

    @Test func `a change that fails leaves the note as it was`() async throws {
        let folder = try ScratchFolder()
        let store = try await Workspace.create(name: "notes", directory: "\(folder.path)/w").store
        try await store.changeNote(.imageDigests) { _ in [1] }
        await #expect(throws: CancellationError.self) {
            try await store.changeNote(.imageDigests) { _ in throw CancellationError() }
        }
        #expect(try await store.note(.imageDigests) == [1])
    }

    @Test func `a note that is a link counts as damaged, and is not followed`() async throws {
        let folder = try ScratchFolder()
        let store = try await Workspace.create(name: "notes", directory: "\(folder.path)/w").store
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/w/image-digests.json",
            withDestinationPath: "/etc/passwd"
        )
        let error = await #expect(throws: WorkspaceError.self) { try await store.note(.imageDigests) }
        #expect(error?.code == .damaged)
    }

    @Test func `a log can be read while it grows, and no other file can be read as a log`() async throws {
        let folder = try ScratchFolder()
        let store = try await Workspace.create(name: "notes", directory: "\(folder.path)/w").store
        let log = try await store.startLog()
        #expect(try await store.log(named: log.name) == [])
        try await log.append("one")
        try await log.append("")
        #expect(try await store.log(named: log.name) == Array("one\n\n".utf8))
        for name in ["../notes.log", "/etc/passwd", "other.log", ""] {
            #expect(try await store.log(named: name) == nil)
        }
        try await store.removeLog(named: log.name)
        try await store.removeLog(named: log.name)
        #expect(try await store.log(named: log.name) == nil)
    }

    @Test func `a log counts as being written as long as its writer has it open`() async throws {
        let folder = try ScratchFolder()
        let store = try await Workspace.create(name: "notes", directory: "\(folder.path)/w").store
        var log: (any WorkspaceLog)? = try await store.startLog()
        let name = try #require(log?.name)
        #expect(try await store.isBeingWritten(logNamed: name))
        log = nil
        // A process that holds only a shared lock is not a writer.
        let file = unsafe open("\(folder.path)/w/.local/builds/\(name)", O_RDWR)
        defer { close(file) }
        let answer = flock(file, LOCK_SH | LOCK_NB)
        #expect(answer == 0)
        #expect(try await !store.isBeingWritten(logNamed: name))
        #expect(try await !store.isBeingWritten(logNamed: "other.log"))
        #expect(try await !store.isBeingWritten(logNamed: "../notes.lock"))
    }

    @Test func `deleting a workspace also removes its notes and logs`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Workspace.create(name: "notes", directory: "\(folder.path)/w")
        try await workspace.store.changeNote(.imageDigests) { _ in [1] }
        _ = try await workspace.store.startLog()
        try await workspace.delete()
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/w"))
    }

    @Test func `a log whose writer ended before any note named it is removed by the next log`() async throws {
        let folder = try ScratchFolder()
        let store = try await Workspace.create(name: "notes", directory: "\(folder.path)/w").store
        let abandoned = try await store.startLog().name
        let named = try await store.startLog().name
        try await store.changeNote(.build(of: "image")) { _ in Array("{\"log\": \"\(named)\"}".utf8) }
        let living = try await store.startLog()
        let last = try await store.startLog()
        #expect(try await store.log(named: abandoned) == nil)
        for name in [named, living.name, last.name] { #expect(try await store.log(named: name) == []) }
        withExtendedLifetime((living, last)) {}
    }

    @Test(arguments: ["", "{", "[]", "{\"log\": 1}", "{\"other\": \"NAME\"}"])
    func `a damaged note names no log and does not stop the removal of abandoned ones`(text: String) async throws {
        let folder = try ScratchFolder()
        let store = try await Workspace.create(name: "notes", directory: "\(folder.path)/w").store
        let abandoned = try await store.startLog().name
        try folder.write("w/.local/builds/a.json", text.replacing("NAME", with: abandoned))
        try folder.makeFolder("w/.local/builds/b.json")
        _ = try await store.startLog()
        #expect(try await store.log(named: abandoned) == nil)
    }

    @Test func `an error that may pass while a note is read removes no log`() async throws {
        let folder = try ScratchFolder()
        let store = try await Workspace.create(name: "notes", directory: "\(folder.path)/w").store
        let named = try await store.startLog().name
        try await store.changeNote(.build(of: "image")) { _ in Array("{\"log\": \"\(named)\"}".utf8) }
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            if step.kind == .read, step.path.hasSuffix("/image.json") { throw .readOnly(step) }
        }
        _ = try await FileOperation.$observer.withValue(observer) { try await store.startLog() }
        #expect(try await store.log(named: named) == [])
    }

    @Test(arguments: [NoteName.imageDigests, .build(of: "image")])
    func `the next change to a note removes the file of an interrupted one`(name: NoteName) async throws {
        let folder = try ScratchFolder()
        let store = try await Workspace.create(name: "notes", directory: "\(folder.path)/w").store
        try await store.changeNote(name) { _ in [1] }
        var leftovers = 0
        var step = 0
        while true {
            let interruption = Interruption(at: step, .allFromHere)
            let content = [2, UInt8(step)]
            try? await interruption.during { try await store.changeNote(name) { _ in content } }
            leftovers += try Self.temporaries(in: folder).count
            try await store.changeNote(name) { _ in [3] }
            #expect(try Self.temporaries(in: folder) == [])
            guard interruption.wasReached else { break }
            step += 1
        }
        #expect(leftovers > 0)
    }

    private static func temporaries(in folder: ScratchFolder) throws -> [String] {
        try folder.names(in: "w/.local").filter { $0.hasPrefix("tmp-") }
    }
}
