import AzureMLSupport
import AzureMLSystem
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

@Suite struct InterruptionTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test(arguments: [Interruption.Kind.diskFull, .allFromHere], [0, 1])
    func `an interrupted registration leaves a whole version or no version`(kind: Interruption.Kind, earlier: Int)
        async throws
    {
        var step = 0
        while true {
            let name = "ws\(step)"
            let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/\(name)").store
            if earlier > 0 { _ = try await store.add(.sample(content: "first"), to: .environments) }
            let interruption = Interruption(at: step, kind)
            var answered = false
            do {
                _ = try await interruption.during { try await store.add(.sample(content: "second"), to: .environments) }
                answered = true
            } catch let error as WorkspaceError {
                #expect(error.code == .fileSystemFailed)
                #expect(error.hint?.contains("free some space") == true)
            }
            guard interruption.wasReached else {
                #expect(answered)
                break
            }
            let seen = try await store.versions(of: "env", in: .environments)
            let newest =
                seen.count > earlier ? try await store.document(named: "env", version: nil, in: .environments) : nil
            #expect(newest?[file: "content.txt"].map { $0 == Array("second".utf8) } ?? !answered)
            #expect(try await store.verify() == [])
            // The next writer succeeds, and removes the leftovers.
            #expect(try await store.add(.sample(content: "second"), to: .environments).version == "\(earlier + 1)")
            #expect(try await store.add(.sample(content: "third"), to: .environments).version == "\(earlier + 2)")
            #expect(try scratch.tree(name).filter { $0.contains("tmp-") } == [])
            step += 1
        }
        #expect(step > 10)
    }

    @Test(arguments: [Interruption.Kind.diskFull, .allFromHere])
    func `an interrupted creation can be repeated`(kind: Interruption.Kind) async throws {
        var step = 0
        while true {
            let directory = "\(scratch.path)/ws\(step)"
            let interruption = Interruption(at: step, kind)
            _ = try? await interruption.during { try await Workspace.create(name: "w", directory: directory) }
            guard interruption.wasReached else { break }
            let workspace = try await Workspace.create(name: "w", directory: directory, existOK: true)
            #expect(try await workspace.verify() == [])
            #expect(try scratch.read("ws\(step)/.gitignore") == "!*\n.local/\n")
            step += 1
        }
        #expect(step > 8)
    }

    @Test func `a read-only workspace refuses a version with a hint, and can still be read`() async throws {
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        _ = try await store.add(.sample(content: "a"), to: .environments)
        try scratch.remove("ws/environments/env/.local")
        let before = try scratch.tree()
        let error = await #expect(throws: WorkspaceError.self) {
            try await Interruption(at: 0, .readOnly).during {
                try await store.add(.sample(content: "b"), to: .environments)
            }
        }
        #expect(error?.hint?.contains("folder on another one") == true)
        let read = try await Interruption(at: 0, .readOnly).during {
            try await store.document(named: "env", version: nil, in: .environments)
        }
        #expect(read?.version == "1")
        #expect(try scratch.tree() == before)
    }

    @Test func `the temporary folder of a running writer is kept`() async throws {
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        _ = try await store.add(.sample(content: "a"), to: .environments)
        let local = try Directory(path: "\(scratch.path)/ws/environments/env/.local")
        let living = try local.createTemporaryDirectory(lockedFile: "lock")
        defer { withExtendedLifetime(living) {} }
        try scratch.makeFolder("ws/environments/env/.local/tmp-00000000deadbeef/inner")
        _ = try await store.add(.sample(content: "b"), to: .environments)
        #expect(scratch.exists("ws/environments/env/.local/\(living.name)"))
        #expect(!scratch.exists("ws/environments/env/.local/tmp-00000000deadbeef"))
    }

    @Test func `a cleanup just before a new writer gets its lock does no harm`() async throws {
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        let local = try Directory(path: "\(scratch.path)/ws").openOrCreateDirectory("environments")
            .openOrCreateDirectory("env").openOrCreateDirectory(".local")
        let isCleaned = Mutex(false)
        let observer: FileOperation.Observer = { operation throws(FileSystemError) in
            let isFirst = isCleaned.withLock { isCleaned in
                guard operation.kind == .lock, !isCleaned else { return false }
                isCleaned = true
                return true
            }
            guard isFirst else { return }
            try local.removeAbandonedTemporaries()
            #expect(try local.names() == [])
        }
        let stored = try await FileOperation.$observer.withValue(observer) {
            try await store.add(.sample(), to: .environments)
        }
        let wasCleaned = isCleaned.withLock { $0 }
        #expect(wasCleaned)
        #expect(stored.version == "1")
        #expect(try await store.verify() == [])
    }

    /// Otherwise a writer could get the lock in between, and lose the files that it prepares.
    @Test func `a cleanup holds the lock of an entry until the entry is removed`() throws {
        try scratch.write("local/tmp-00000000deadbeef", "")
        try scratch.write("local/tmp-00000000deadbee1/locked", "")
        let isHeld = Mutex<[Bool]>([])
        let path = scratch.path
        let observer: FileOperation.Observer = { operation throws(FileSystemError) in
            let isFile = operation.kind == .remove && operation.path.hasSuffix("deadbeef")
            let isFolder = operation.kind == .rename
            guard isFile || isFolder else { return }
            let file = unsafe open("\(path)/local/tmp-00000000\(isFile ? "deadbeef" : "deadbee1/locked")", O_RDWR)
            defer { close(file) }
            let answer = flock(file, LOCK_EX | LOCK_NB)
            isHeld.withLock { $0.append(file >= 0 && answer != 0) }
        }
        let local = try Directory(path: "\(path)/local")
        try FileOperation.$observer.withValue(observer) { try local.removeAbandonedTemporaries() }
        #expect(isHeld.withLock(\.self) == [true, true])
        #expect(try scratch.tree("local") == [])
    }

    @Test func `a cleanup keeps a folder that a writer has just filled`() throws {
        try scratch.makeFolder("local/tmp-00000000deadbeef")
        let path = scratch.path
        let observer: FileOperation.Observer = { operation throws(FileSystemError) in
            guard operation.kind == .remove else { return }
            let file = unsafe open("\(path)/local/tmp-00000000deadbeef/locked", O_RDWR | O_CREAT, 0o600)
            #expect(file >= 0)
            close(file)
        }
        let local = try Directory(path: "\(path)/local")
        try FileOperation.$observer.withValue(observer) { try local.removeAbandonedTemporaries() }
        #expect(scratch.exists("local/tmp-00000000deadbeef/locked"))
    }

    /// On a network drive, a cleanup can get a lock that a writer on another computer holds.
    @Test func `a cleanup that takes the folder of a running writer damages no version`() async throws {
        var step = 0
        var takenAway = 0
        while true {
            let name = "ws\(step)"
            let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/\(name)").store
            let local = "\(scratch.path)/\(name)/environments/env/.local"
            let counts = Mutex((steps: 0, taken: 0))
            let wanted = step
            let observer: FileOperation.Observer = { _ throws(FileSystemError) in
                let isNow = counts.withLock { counts in
                    defer { counts.steps += 1 }
                    return counts.steps == wanted
                }
                guard isNow, let folder = try? Directory(path: local) else { return }
                for temporary in try folder.names() where temporary.hasPrefix(Directory.temporaryPrefix) {
                    try folder.removeTemporaryDirectory(temporary)
                    counts.withLock { $0.taken += 1 }
                }
            }
            let stored = try await FileOperation.$observer.withValue(observer) {
                try await store.add(.sample(), to: .environments)
            }
            #expect(stored.version == "1")
            #expect(try await store.verify() == [])
            #expect(try scratch.tree(name).filter { $0.contains("tmp-") } == [])
            let (steps, taken) = counts.withLock(\.self)
            takenAway += taken
            guard steps > step else { break }
            step += 1
        }
        #expect(takenAway > 4)
    }

    @Test func `a writer whose temporary folders are always removed reports that`() async throws {
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        let local = "\(scratch.path)/ws/environments/env/.local"
        let observer: FileOperation.Observer = { operation throws(FileSystemError) in
            guard operation.kind == .rename, operation.path.hasSuffix("/environments/env/1") else { return }
            let folder = try Directory(path: local)
            for temporary in try folder.names() { try folder.removeTree(temporary) }
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) {
                try await store.add(.sample(), to: .environments)
            }
        }
        #expect(error?.code == .fileSystemFailed)
        #expect(error?.message.contains("another computer kept removing its temporary folders") == true)
        #expect((error?.underlying as? FileSystemError)?.isMissing == true)
    }

    @Test func `a late cleanup removes nothing from a folder that its writer has put in place`() throws {
        try scratch.makeFolder("local")
        let local = try Directory(path: "\(scratch.path)/local")
        let temporary = try local.createTemporaryDirectory(lockedFile: "a")
        // The cleanup has checked the folder, and is about to remove its files.
        try local.rename(temporary.name, to: "version", in: local)
        let error = #expect(throws: FileSystemError.self) { try local.removeTemporaryDirectory(temporary.name) }
        #expect(error?.isMissing == true)
        #expect(try scratch.tree("local") == ["version", "version/a"])
    }

    @Test func `a configuration file survives a failure to replace it`() async throws {
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let workspace = try await Workspace.create(name: "w")
            try workspace.writeConfig()
            let before = try scratch.read("project/.azureml/config.json")
            for step in 0..<4 {
                await #expect(throws: WorkspaceError.self) {
                    try await Interruption(at: step, .diskFull).during { try workspace.writeConfig() }
                }
                #expect(try scratch.read("project/.azureml/config.json") == before)
                #expect(try scratch.tree("project/.azureml") == ["config.json"])
            }
        }
    }
}
