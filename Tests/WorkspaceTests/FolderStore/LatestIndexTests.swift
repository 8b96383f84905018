import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// The index of the latest versions of a collection, which is written when many names are read without it.
@Suite struct LatestIndexTests {
    private static let names = (0..<40).map { "env-\($0)" } + ["Env-0", "a.b", "日本"]
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for name in Self.names {
            for content in ["a", "b"] { _ = try await store.add(.sample(name, content: content), to: .environments) }
        }
        _ = try await store.add(.sample("archived"), to: .environments)
        try await store.setArchived(true, version: "1", of: "archived", in: .environments)
        // Changes of the last tick might not show.
        try await Task.sleep(for: .milliseconds(50))
        _ = try await store.names(in: .environments)
    }

    private static let index = "ws/environments/.local/latest-versions.txt"

    private var latest: [String] {
        get async throws {
            let found = try await store.map(.latest, meeting: nil, in: .environments) { "\($0.name):\($0.version)" }
            return found.results + found.unreadable.map(\.finding.code.description)
        }
    }

    @Test func `with the index, names are listed without reading a record`() async throws {
        #expect(scratch.exists(Self.index))
        var names: [String] = []
        let steps = try await StepRecorder().during { names = try await store.names(in: .environments) }
        #expect(names == Self.names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        // The name without a latest version is not in the index.
        #expect(
            Set(steps.filter { $0.kind == .read }.map(\.path).filter { !$0.contains("/archived/") })
                == ["\(scratch.path)/\(Self.index)"]
        )
        #expect(steps.count { $0.kind == .list } <= 2)
    }

    enum Change: String, CaseIterable {
        case newVersion, newName, archived, restored, removed, folderGone, versionGone, recordDamaged, recordReplaced
        case archiveGone
    }

    private func make(_ change: Change) async throws {
        let entry = "ws/environments/env-7"
        switch change {
        case .newVersion: _ = try await store.add(.sample("env-7", content: "c"), to: .environments)
        case .newName: _ = try await store.add(.sample("new"), to: .environments)
        case .archived: try await store.setArchived(true, version: "2", of: "env-7", in: .environments)
        case .restored: try await store.setArchived(false, version: "1", of: "archived", in: .environments)
        case .removed: try await store.remove(version: "2", of: "env-7", in: .environments)
        case .folderGone: try scratch.remove(entry)
        case .versionGone: try scratch.remove("\(entry)/2")
        case .recordDamaged:
            let file = try FileHandle(forWritingTo: URL(filePath: "\(scratch.path)/\(entry)/2/registration.json"))
            try file.write(contentsOf: Data("[".utf8))
            try file.close()
        case .recordReplaced:
            let record = try scratch.read("\(entry)/2/registration.json")
            try scratch.write(
                "\(entry)/2/registration.json",
                record.replacing("\"sequence\": 2", with: "\"sequence\": 3")
            )
        case .archiveGone: try scratch.remove("ws/environments/archived/.archived")
        }
    }

    @Test(arguments: Change.allCases)
    func `after a change, the answers are those without an index`(change: Change) async throws {
        #expect(try await latest.contains("env-7:2"))
        try await make(change)
        let names = try await store.names(in: .environments)
        let found = try await latest
        try scratch.remove(Self.index)
        #expect(try await store.names(in: .environments) == names)
        #expect(try await latest == found)
        #expect(names.count != Self.names.count || !found.contains("env-7:2"), "the change has to change the answers")
    }

    @Test(arguments: ["", "x\n", "{}", "\t\t\t\tx\n"])
    func `an index that this SDK did not write is not believed`(text: String) async throws {
        let names = try await store.names(in: .environments)
        try scratch.write(Self.index, text)
        #expect(try await store.names(in: .environments) == names)
        try scratch.write(Self.index, "\(text)\(ContentHash.sha256Hex(Array(text.utf8)))\n")
        #expect(try await store.names(in: .environments) == names)
    }

    @Test func `a name in the index that belongs in another folder is not believed`() async throws {
        let names = try await store.names(in: .environments)
        let lines = try scratch.read(Self.index).split(separator: "\n").dropLast()
        let text = lines.map { $0.hasSuffix("\t") ? "\($0)other\n" : "\($0)\n" }.joined()
        #expect(text.contains("other"))
        try scratch.write(Self.index, "\(text)\(ContentHash.sha256Hex(Array(text.utf8)))\n")
        #expect(try await store.names(in: .environments) == names)
    }

    @Test func `where a later change might not show, nothing is remembered`() async throws {
        try scratch.remove(Self.index)
        let seconds: @Sendable (DirectoryStamp) -> DirectoryStamp = {
            DirectoryStamp(seconds: $0.seconds, nanoseconds: 0, links: 1, size: 4096)
        }
        try await DirectoryStamp.$simulation.withValue(seconds) {
            for round in 0..<10 {
                _ = try await store.add(.sample("env-7", version: "x\(round)", content: "\(round)"), to: .environments)
                #expect(try await latest.contains("env-7:x\(round)"))
            }
        }
    }

    @Test func `a damaged version that becomes whole again is found`() async throws {
        _ = try await store.add(.sample("env-7", version: "stable", content: "c"), to: .environments)
        let record = "ws/environments/env-7/stable/registration.json"
        let text = try scratch.read(record)
        try scratch.write(record, "[")
        try scratch.remove("ws/environments/env-7/.local")
        try scratch.remove(Self.index)
        try await Task.sleep(for: .milliseconds(50))
        for _ in 0..<2 { #expect(try await latest.contains("env-7:2")) }
        try scratch.write(record, text)
        #expect(try await latest.contains("env-7:stable"))
    }

    @Test func `many names without a latest version are read again by each call, but not written again`() async throws {
        for number in 0..<40 {
            let name = "Hidden \(number)"
            _ = try await store.add(.sample(name), to: .environments)
            try await store.setArchived(true, version: "1", of: name, in: .environments)
        }
        try await Task.sleep(for: .milliseconds(50))
        for isWritten in [true, false, false] {
            let steps = try await StepRecorder().during { _ = try await store.names(in: .environments) }
            #expect(steps.contains { $0.kind == .rename && $0.path.hasSuffix("latest-versions.txt") } == isWritten)
        }
    }
}
