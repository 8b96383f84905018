import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// How labels, archived and deleted versions are stored in a workspace's folder.
@Suite struct RegistryFolderTests {
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore
    private let entry = "ws/environments/env"

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for content in ["a", "b", "c"] { _ = try await store.add(.sample(content: content), to: .environments) }
    }

    private func setLabels(_ labels: [String], _ version: String) async throws {
        try await store.setLabels(labels, version: version, of: "env", in: .environments)
    }

    private func setArchived(_ isArchived: Bool, _ version: String) async throws {
        try await store.setArchived(isArchived, version: version, of: "env", in: .environments)
    }

    private func remove(_ version: String) async throws {
        try await store.remove(version: version, of: "env", in: .environments)
    }

    private var latest: String? {
        get async throws { try await store.document(named: "env", version: nil, in: .environments)?.version }
    }

    @Test func `labels and archive markers are small files with encoded names`() async throws {
        try await setLabels(["prod", "実験 1"], "2")
        try await setArchived(true, "3")
        try await remove("1")
        let tree = try scratch.tree(entry).filter {
            !$0.hasPrefix(".local") && !$0.hasPrefix("2/") && !$0.hasPrefix("3/")
        }
        #expect(
            tree == [
                ".archived", ".archived/3", ".labels", ".labels/%e5%ae%9f%e9%a8%93%201", ".labels/prod", "1",
                "1/registration.json", "2", "3",
            ]
        )
        #expect(try scratch.read("\(entry)/.labels/prod") == "{\n    \"label\": \"prod\",\n    \"version\": \"2\"\n}\n")
        #expect(try scratch.read("\(entry)/.archived/3") == "{\n    \"version\": \"3\"\n}\n")
        let record = try scratch.read("\(entry)/1/registration.json")
        #expect(record.contains("\"removed\": true"))
        #expect(record.contains("\"files\": {}"))
        #expect(try await store.version(labelled: "実験 1", of: "env", in: .environments) == "2")
        #expect(try await store.verify() == [])
    }

    /// The hint of the latest version exists before each change, and the test does not wait for a tick of the clock.
    @Test func `the latest version is correct after every change, whatever the hint says`() async throws {
        _ = try await store.add(.sample(version: "beta", content: "d"), to: .environments)
        var changes: [String?] = []
        for (version, change) in [("beta", true), ("3", true), ("beta", false), ("3", false), ("1", true)] {
            _ = try await latest
            try await setArchived(change, version)
            changes.append(try await latest)
        }
        #expect(changes == ["3", "2", "beta", "beta", "beta"])
        try await remove("beta")
        #expect(try await latest == "3")
        try await setArchived(true, "3")
        try await remove("3")
        #expect(try await latest == "2")
        try await remove("2")
        #expect(try await latest == nil)
        #expect(try await store.names(in: .environments) == [])
        try await setArchived(false, "1")
        #expect(try await latest == "1")
        #expect(try await store.add(.sample(content: "e"), to: .environments).version == "4")
    }

    /// A checkout of another branch does this: it changes only the files that differ.
    @Test func `archiving or restoring a version from outside takes effect at once`() async throws {
        try await setArchived(true, "3")
        #expect(try await latest == "2")
        let marker = try scratch.read("\(entry)/.archived/3")
        try scratch.remove("\(entry)/.archived/3")
        #expect(try await latest == "3")
        try scratch.write("\(entry)/.archived/3", marker)
        #expect(try await latest == "2")
        try scratch.remove("\(entry)/.archived")
        #expect(try await latest == "3")
    }

    @Test func `archived and deleted versions do not add steps to finding the latest`() async throws {
        try await setArchived(true, "3")
        try await remove("1")
        let recorder = StepRecorder()
        var counts: [Int] = []
        for round in 0..<10 {
            _ = try await store.add(.sample(content: "new-\(round)"), to: .environments)
            let steps = try await recorder.during { _ = try await latest }
            counts.append(steps.count)
            #expect(steps.filter { $0.kind == .list } == [])
        }
        #expect(Set(counts).count == 1)
        try await setArchived(true, "13")
        _ = try await latest
        #expect(try await recorder.during { _ = try await latest }.filter { $0.kind == .list } == [])
    }

    @Test func `verify reports bad labels, stray archive markers and unfinished deletions`() async throws {
        try await setLabels(["prod", "gone", "broken"], "2")
        try await setArchived(true, "3")
        try await remove("1")
        try scratch.write("\(entry)/.labels/broken", "{")
        try scratch.write("\(entry)/.labels/elsewhere", scratch.read("\(entry)/.labels/prod"))
        try scratch.write("\(entry)/.labels/gone", "{\"label\": \"gone\", \"version\": \"1\"}")
        try scratch.write("\(entry)/.labels/absent", "{\"label\": \"absent\", \"version\": \"7\"}")
        try scratch.write("\(entry)/.labels/latest", "{\"label\": \"latest\", \"version\": \"2\"}")
        try scratch.write("\(entry)/.archived/9", "")
        try scratch.write("\(entry)/1/content.txt", "a")
        let findings = try await store.verify().map { "\($0.code) \($0.location?.file ?? "")" }
        let root = "\(scratch.path)/\(entry)"
        #expect(
            findings == [
                "deletion-unfinished \(root)/1", "archive-without-version \(root)/.archived/9",
                "label-without-version \(root)/.labels/absent", "label-damaged \(root)/.labels/broken",
                "label-damaged \(root)/.labels/elsewhere", "label-without-version \(root)/.labels/gone",
                "label-damaged \(root)/.labels/latest",
            ]
        )
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.version(labelled: "broken", of: "env", in: .environments)
        }
        #expect(error?.code == .damaged)
        // Following the hint of each finding resolves it.
        try await remove("1")
        try await setLabels(["absent", "broken", "gone"], "2")
        for name in [".labels/elsewhere", ".labels/latest", ".archived/9"] { try scratch.remove("\(entry)/\(name)") }
        #expect(try await store.verify() == [])
        try scratch.write("\(entry)/.archived/1", "")
        #expect(try await store.verify().map(\.code) == ["deletion-unfinished"])
        try await remove("1")
        #expect(try await store.verify() == [])
    }

    @Test(arguments: [".labels", ".archived"])
    func `a link in place of a folder of the workspace is not followed`(name: String) async throws {
        try await setLabels(["prod"], "2")
        try await setArchived(true, "3")
        try FileManager.default.moveItem(atPath: "\(scratch.path)/\(entry)/\(name)", toPath: "\(scratch.path)/outside")
        try scratch.link("\(entry)/\(name)", to: "\(scratch.path)/outside")
        let before = try scratch.tree("outside")
        #expect(try await store.verify().map(\.code) == ["version-damaged"])
        // With another version archived or restored, the answer would be wrong.
        if name == ".archived" { await #expect(throws: WorkspaceError.self) { try await latest } }
        await #expect(throws: WorkspaceError.self) {
            try await setLabels(["other"], "1")
            try await setArchived(true, "1")
        }
        #expect(try scratch.tree("outside") == before)
    }

    @Test func `a change to a version is fsynced before the call returns`() async throws {
        let root = "\(scratch.path)/\(entry)"
        let recorder = StepRecorder()
        let labelling = try await recorder.during { try await setLabels(["prod"], "2") }
        #expect(labelling.last == FileOperation(kind: .synchronize, path: "\(root)/.labels"))
        let archiving = try await recorder.during { try await setArchived(true, "2") }
        #expect(archiving.last { $0.kind.changesDisk } == FileOperation(kind: .synchronize, path: "\(root)/.archived"))
        for steps in [labelling, archiving] {
            #expect(steps.contains(FileOperation(kind: .synchronize, path: root)))
        }
        let restoring = try await recorder.during { try await setArchived(false, "2") }
        #expect(restoring.last == FileOperation(kind: .synchronize, path: "\(root)/.archived"))
        let removing = try await recorder.during { try await remove("3") }
        let replaced = try #require(
            removing.firstIndex(of: FileOperation(kind: .rename, path: "\(root)/3/registration.json"))
        )
        let saved = try #require(removing.firstIndex(of: FileOperation(kind: .synchronize, path: "\(root)/3")))
        let emptied = try #require(
            removing.firstIndex { $0.kind == .remove && $0.path == "\(root)/3/content.txt" }
        )
        #expect(replaced < saved)
        #expect(saved < emptied)
    }

    @Test(arguments: ["4\n", "{\"version\": \"4\"}"], [nil, "4"])
    func `an archive marker that is already there does not hide a new version`(
        marker: String,
        version: String?
    ) async throws {
        try scratch.write("\(entry)/.archived/4", marker)
        let stored = try await store.add(.sample(version: version, content: "d"), to: .environments)
        #expect(stored.version == "4")
        #expect(try await latest == "4")
        #expect(try await store.verify() == [])
        // A version that exists stays archived, also when its content is stored again under its number.
        try await setArchived(true, "4")
        _ = try await store.add(.sample(version: "4", content: "d"), to: .environments)
        #expect(try await latest == "3")
    }

    @Test(arguments: [Interruption.Kind.diskFull, .allFromHere])
    func `storing a version beside an old archive marker can be cut short anywhere`(
        kind: Interruption.Kind
    ) async throws {
        var (step, wasReached) = (0, true)
        while wasReached {
            let version = "v\(step)"
            try scratch.write("\(entry)/.archived/\(version)", "x")
            let interruption = Interruption(at: step, kind)
            _ = try? await interruption.during {
                _ = try await store.add(.sample(version: version, content: version), to: .environments)
            }
            wasReached = interruption.wasReached
            _ = try await store.add(.sample(version: version, content: version), to: .environments)
            #expect(try await latest == version, "step \(step)")
            step += 1
        }
        #expect(step > 10)
    }
}
