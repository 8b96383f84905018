import AzureMLSupport
import AzureMLSystem
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

/// Two changes at the same time that exclude each other: at most one of them may succeed.
@Suite struct SimultaneousChangeTests {
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore
    private var entry: String { "\(scratch.path)/ws/environments/env" }

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for content in ["a", "b", "c"] { _ = try await store.add(.sample(content: content), to: .environments) }
    }

    /// Whether a change succeeds; false when the store refuses it because of the other one.
    private func succeeds(_ change: (any WorkspaceStore) async throws -> Void) async throws -> Bool {
        do {
            // Each change has its own store, so that they share only the folder.
            try await change(FileWorkspaceStore(path: "\(scratch.path)/ws"))
            return true
        } catch let error as WorkspaceError where [.versionDeleted, .versionLabelled].contains(error.code) {
            return false
        }
    }

    /// Makes the time between a check and the change that relies on it longer.
    private static let slow: FileOperation.Observer = { step in
        let changes =
            step.path.contains("/.labels/") || step.path.contains("/.archived/")
            || step.path.hasSuffix("/registration.json") || step.path.contains("/wheels/")
        if changes, step.kind.changesDisk { usleep(5_000) }
    }

    @Test(arguments: 0..<10) func `a version is labelled or deleted, and never both`(round: Int) async throws {
        try await FileOperation.$observer.withValue(Self.slow) {
            async let labelled = succeeds {
                if round.isMultiple(of: 2) { usleep(3_000) }
                try await $0.setLabels(["prod"], version: "2", of: "env", in: .environments)
            }
            async let deleted = succeeds { try await $0.remove(version: "2", of: "env", in: .environments) }
            let answers = try await (labelled, deleted)
            #expect(answers.0 != answers.1)
            let version = try await store.version(labelled: "prod", of: "env", in: .environments)
            #expect(version == (answers.0 ? "2" : nil))
        }
        #expect(try await store.verify() == [])
    }

    @Test(arguments: 0..<10) func `a version that is archived and deleted leaves no marker`(round: Int) async throws {
        try await FileOperation.$observer.withValue(Self.slow) {
            async let archived = succeeds {
                if round.isMultiple(of: 2) { usleep(3_000) }
                try await $0.setArchived(true, version: "2", of: "env", in: .environments)
            }
            async let deleted = succeeds { try await $0.remove(version: "2", of: "env", in: .environments) }
            let answers = try await (archived, deleted)
            #expect(answers.1)
        }
        #expect(try await store.verify() == [])
    }

    @Test(arguments: 0..<10) func `removing the labels of a version keeps one that moves away`(round: Int) async throws
    {
        try await store.setLabels(["prod"], version: "1", of: "env", in: .environments)
        try await FileOperation.$observer.withValue(Self.slow) {
            async let moved = succeeds {
                if round.isMultiple(of: 2) { usleep(3_000) }
                try await $0.setLabels(["prod"], version: "2", of: "env", in: .environments)
            }
            async let removed = succeeds { try await $0.setLabels([], version: "1", of: "env", in: .environments) }
            let answers = try await (moved, removed)
            #expect(answers == (true, true))
        }
        #expect(try await store.version(labelled: "prod", of: "env", in: .environments) == "2")
    }

    @Test func `of several blobs with the same file name, one is stored`() async throws {
        let path = "\(scratch.path)/ws"
        let stored = try await FileOperation.$observer.withValue(Self.slow) {
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        let bytes = Array("\(number)".utf8)
                        let name = BlobName(
                            collection: .wheels,
                            sha256: ContentHash.sha256Hex(bytes),
                            fileName: "mine-1.0-py3-none-any.whl"
                        )
                        return try await FileWorkspaceStore(path: path).addBlobWithUniqueName(bytes, as: name)
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
        }
        #expect(stored == 1)
        #expect(try scratch.names(in: "ws/wheels").count == 1)
    }

    /// The locks of another computer are not seen on every network drive.
    @Test func `a label that another computer sets before a deletion marks the version keeps the version`() async throws
    {
        let before = try scratch.tree("ws/environments/env/2")
        let entry = entry
        let observer: FileOperation.Observer = { step in
            guard step.kind == .synchronize, step.path.hasPrefix("\(entry)/.local/tmp-") else { return }
            let label = Data("{\"label\": \"prod\", \"version\": \"2\"}".utf8)
            try? FileManager.default.createDirectory(atPath: "\(entry)/.labels", withIntermediateDirectories: true)
            try? label.write(to: URL(filePath: "\(entry)/.labels/prod"))
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) {
                try await store.remove(version: "2", of: "env", in: .environments)
            }
        }
        #expect(error?.code == .versionLabelled)
        #expect(try scratch.tree("ws/environments/env/2") == before)
        // On a network drive, the next writer removes the folder of a file that was still open.
        _ = try await store.add(.sample(content: "next"), to: .environments)
        #expect(try scratch.tree("ws/environments/env/.local").filter { $0.hasPrefix("tmp-") } == [])
        #expect(try await store.verify() == [])
    }

    /// The bytes of the record that marks version 2 as deleted.
    private func removedRecord() async throws -> [UInt8] {
        try scratch.copy("ws", to: "other")
        let other = FileWorkspaceStore(path: "\(scratch.path)/other")
        try await other.remove(version: "2", of: "env", in: .environments)
        return try scratch.bytes("other/environments/env/2/registration.json")
    }

    @Test func `a version whose deletion another computer has announced gets no label`() async throws {
        let removed = Data(try await removedRecord())
        try await store.setLabels(["prod"], version: "1", of: "env", in: .environments)
        let announcement = "\(entry)/.local/tmp-0123456789abcdef"
        let observer: FileOperation.Observer = { step in
            guard step.kind == .rename, step.path.hasSuffix("/.labels/prod") else { return }
            try? removed.write(to: URL(filePath: announcement))
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) {
                try await store.setLabels(["prod", "test"], version: "2", of: "env", in: .environments)
            }
        }
        #expect(error?.code == .versionDeleted)
        #expect(error?.hint?.contains("'\(announcement)'") == true)
        // The announcement stays, so that the other computer can go on.
        #expect(try scratch.bytes("ws/environments/env/.local/tmp-0123456789abcdef") == Array(removed))
        #expect(try scratch.names(in: "ws/environments/env/.labels") == ["prod"])
        #expect(try await store.version(labelled: "prod", of: "env", in: .environments) == "1")
    }

    @Test func `the announcement of a deletion that was killed keeps no version from being labelled`() async throws {
        try scratch.write("ws/environments/env/.local/tmp-0123456789abcdef", try await removedRecord())
        try await store.setLabels(["prod"], version: "2", of: "env", in: .environments)
        #expect(try await store.version(labelled: "prod", of: "env", in: .environments) == "2")
        #expect(try scratch.tree("ws/environments/env/.local").filter { $0.hasPrefix("tmp-") } == [])
    }

    @Test(arguments: [EMFILE, EIO])
    func `a label that cannot be read keeps its version when it cannot be set`(code: Int32) async throws {
        try await store.setLabels(["prod"], version: "1", of: "env", in: .environments)
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .read, step.path.hasSuffix("/.labels/prod") else { return }
            throw FileSystemError(step.kind, step.path, .system(code))
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) {
                try await store.setLabels(["prod"], version: "2", of: "env", in: .environments)
            }
        }
        #expect(error?.code == .fileSystemFailed)
        #expect(try await store.version(labelled: "prod", of: "env", in: .environments) == "1")
    }

    @Test(arguments: [true, false])
    func `a change to a version that another computer deletes in the meantime is taken back`(isLabel: Bool) async throws
    {
        let removed = Data(try await removedRecord())
        let entry = entry
        let observer: FileOperation.Observer = { step in
            guard step.kind == .rename, step.path.hasPrefix("\(entry)/.labels/") || step.path.contains("/.archived/")
            else { return }
            for file in ["content.txt", "definition.json"] {
                try? FileManager.default.removeItem(atPath: "\(entry)/2/\(file)")
            }
            try? removed.write(to: URL(filePath: "\(entry)/2/registration.json"))
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) {
                if isLabel {
                    try await store.setLabels(["prod"], version: "2", of: "env", in: .environments)
                } else {
                    try await store.setArchived(true, version: "2", of: "env", in: .environments)
                }
            }
        }
        #expect(error?.code == .versionDeleted)
        #expect(try await store.verify() == [])
    }

    @Test func `a label of a deleted or missing version can be removed`() async throws {
        try await store.setLabels(["prod"], version: "1", of: "env", in: .environments)
        try await store.remove(version: "2", of: "env", in: .environments)
        for version in ["2", "7"] {
            // A merge in version control can bring it.
            try scratch.write(
                "ws/environments/env/.labels/gone",
                "{\"label\": \"gone\", \"version\": \"\(version)\"}"
            )
            #expect(try await store.verify().map(\.code) == ["label-without-version"])
            try await store.setLabels([], version: version, of: "env", in: .environments)
            #expect(try await store.verify() == [])
            let error = await #expect(throws: WorkspaceError.self) {
                try await store.setLabels([], version: version, of: "env", in: .environments)
            }
            #expect(error?.code == (version == "2" ? .versionDeleted : .versionNotFound))
        }
        #expect(try await store.version(labelled: "prod", of: "env", in: .environments) == "1")
    }

    @Test(arguments: [".labels/prod", ".archived/2"])
    func `a label or a mark that another process removes during a verification is not damaged`(file: String)
        async throws
    {
        try await store.setLabels(["prod"], version: "1", of: "env", in: .environments)
        try await store.setArchived(true, version: "2", of: "env", in: .environments)
        let path = "\(entry)/\(file)"
        let observer: FileOperation.Observer = { step in
            if step.kind == .read, step.path == path { try? FileManager.default.removeItem(atPath: path) }
        }
        let findings = try await FileOperation.$observer.withValue(observer) { try await store.verify() }
        #expect(findings.map(\.description) == [])
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a label that moves away from a version before its deletion is not one without a version`() async throws
    {
        try await store.remove(version: "2", of: "env", in: .environments)
        // As a verification reads it before the label moves and the version is deleted.
        let label = try scratch.write(
            "ws/environments/env/.labels/prod",
            "{\"label\": \"prod\", \"version\": \"2\"}"
        )
        let entry = entry
        let wasRead = Mutex(false)
        let observer: FileOperation.Observer = { step in
            if step.kind == .read, step.path == label { wasRead.withLock { $0 = true } }
            guard step.kind == .inspect, step.path == "\(entry)/2", wasRead.withLock(\.self) else { return }
            try? Data("{\"label\": \"prod\", \"version\": \"3\"}".utf8).write(to: URL(filePath: label))
        }
        let findings = try await FileOperation.$observer.withValue(observer) { try await store.verify() }
        #expect(findings.map(\.description) == [])
        #expect(try await store.version(labelled: "prod", of: "env", in: .environments) == "3")
    }
}
