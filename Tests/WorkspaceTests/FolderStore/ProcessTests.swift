import AzureMLSupport
import Foundation
import TestSupport
import Testing
import Workspace

/// Several processes on one workspace, and processes that are killed.
///
/// With ``StoreStress``, each process registers 60 times and there are at least 200 kills. Otherwise there are only 20
/// and 60, because the greater numbers take as long as all other tests together.
@Suite struct ProcessTests {
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore
    private var workspace: String { "\(scratch.path)/ws" }

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
    }

    private func content(_ version: String, in store: any WorkspaceStore) async throws -> String? {
        let document = try await store.document(named: "env", version: version, in: .environments)
        return document?[file: "content.txt"].map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `eight processes that register concurrently lose no version and assign no number twice`() async throws {
        let rounds = StoreStress.isOn ? 60 : 20
        let writers = try (0..<8).map { try WriterProcess(workspace, "w\($0)", .add, rounds: rounds) }
        var contents: [String: String] = [:]
        for (number, writer) in writers.enumerated() {
            let (answers, end) = try writer.finish()
            #expect(end == .done)
            for answer in answers {
                let other = contents.updateValue("w\(number).\(answer.round)", forKey: answer.subject)
                #expect(other == nil)
            }
        }
        #expect(contents.keys.compactMap(Int.init).sorted() == Array(1...8 * rounds))
        for (version, expected) in contents {
            #expect(try await content(version, in: store) == expected)
        }
        let versions = try await store.versions(of: "env", in: .environments)
        #expect(versions.count == 8 * rounds)
        #expect(try await store.document(named: "env", version: nil, in: .environments)?.version == versions.last)
        #expect(try await store.verify().filter { $0.severity != .info } == [])
    }

    @Test(arguments: [UInt64(1)])
    func `after many kills, no reported change is lost and no version is incomplete`(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let names = (0..<4).map { "w\($0)" }
        var ledger = Ledger()
        for kills in stride(from: 4, through: StoreStress.kills(usual: 60, inChecks: 200), by: 4) {
            let writers = try names.map { name in
                try WriterProcess(workspace, name, .all, first: ledger.nextRound(of: name), rounds: 1000)
            }
            for writer in writers {
                writer.awaitAnswers(Int.random(in: 0..<4, using: &random))
                usleep(UInt32.random(in: 0..<3000, using: &random))
                writer.kill()
            }
            for (name, writer) in zip(names, writers) {
                let (answers, end) = try writer.finish()
                #expect(end == .killed)
                ledger.note(answers, of: name)
            }
            if kills.isMultiple(of: 20) { try await check(ledger, in: store) }
        }
        #expect(ledger.added.count > 20)
        #expect(try await store.verify().filter { $0.severity == .error } == [])
        for (version, expected) in ledger.added {
            if ledger.removed.contains(version) {
                let error = await #expect(throws: WorkspaceError.self) { try await content(version, in: store) }
                #expect(error?.code == .versionDeleted)
            } else if !ledger.mayBeRemoved(version) {
                #expect(try await content(version, in: store) == expected)
            }
        }
        try await expectCleaned(store, "ws")
    }

    @Test func `processes that label and delete the same versions never both succeed`() async throws {
        let count = StoreStress.isOn ? 400 : 40
        for content in 0..<count { _ = try await store.add(.sample(content: "\(content)"), to: .environments) }
        let works: [WriterProcess.Work] = [.label, .remove, .label, .remove]
        let writers = try works.enumerated().map { number, work in
            try WriterProcess(workspace, "w\(number)", work, first: 1, rounds: count)
        }
        var changes: [String: Set<String>] = [:]
        for writer in writers {
            let (answers, end) = try writer.finish()
            #expect(end == .done)
            for answer in answers { changes[answer.subject, default: []].insert(answer.change) }
        }
        for (version, changes) in changes { #expect(changes.count == 1, "\(version): \(changes)") }
        #expect(changes.count == count)
        #expect(try await store.verify() == [])
    }

    /// Covers every disk operation of every change to a version, each in its own workspace.
    @Test func `a process that is killed before any step leaves a workspace that works`() async throws {
        var steps = 0
        var isDone = false
        // Several at the same time, because most of the time is spent waiting for the disk.
        while !isDone {
            var writers: [(folder: String, store: any WorkspaceStore, process: WriterProcess)] = []
            for step in steps..<steps + 8 {
                let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws\(step)").store
                let process = try WriterProcess("\(scratch.path)/ws\(step)", "w", .all, rounds: 2, lastStep: step)
                writers.append(("ws\(step)", store, process))
            }
            for (folder, store, process) in writers {
                let (answers, end) = try process.finish()
                #expect(end != .failed)
                var ledger = Ledger()
                ledger.note(answers, of: "w")
                try await check(ledger, in: store)
                #expect(try await store.verify().filter { $0.severity == .error } == [])
                try await expectCleaned(store, folder)
                if end == .killed { steps += 1 } else { isDone = true }
            }
        }
        #expect(steps > 40)
    }

    /// Checks the conditions that must hold whenever a process has ended.
    private func check(_ ledger: Ledger, in store: any WorkspaceStore) async throws {
        let history = try await store.history(of: "env", in: .environments)
        let present = Set(history.map(\.version))
        for version in ledger.added.keys where !ledger.removed.contains(version) && !ledger.mayBeRemoved(version) {
            #expect(present.contains(version))
        }
        for version in ledger.removed { #expect(!present.contains(version)) }
        for stored in history where ledger.restored.contains(stored.version) { #expect(!stored.isArchived) }
        for (name, round) in ledger.labelled {
            let version = try #require(try await store.version(labelled: name, of: "env", in: .environments))
            let content = try await content(version, in: store)
            #expect(content?.hasPrefix("\(name).") == true)
            #expect(content.flatMap { Int($0.dropFirst(name.count + 1)) } ?? -1 >= round)
        }
    }

    /// Checks that the next writer removes the leftovers of killed writers, including those of deletions.
    private func expectCleaned(_ store: any WorkspaceStore, _ name: String) async throws {
        // A network drive keeps the name of a file that is still open, so there the second writer removes its folder.
        for content in ["last", "very last"] { _ = try await store.add(.sample(content: content), to: .environments) }
        #expect(try scratch.tree("\(name)/environments/env/.local").filter { $0.hasPrefix("tmp-") } == [])
        #expect(try await store.verify().filter { $0.severity != .info }.map(\.description) == [])
    }
}

/// The changes that processes reported.
private struct Ledger {
    /// The content of each version.
    private(set) var added: [String: String] = [:]
    private(set) var removed: Set<String> = []
    private(set) var restored: Set<String> = []
    /// The last round in which each writer reported that it set its label.
    private(set) var labelled: [String: Int] = [:]
    private var nextRounds: [String: Int] = [:]
    private var superseded: Set<String> = []

    /// Returns a round that a writer has not begun: one that it did not report can have stored its content, and no
    /// content may be stored twice.
    func nextRound(of writer: String) -> Int { nextRounds[writer] ?? 0 }

    /// Whether its writer restored a later version, after which it deletes this one, whether or not it reports that.
    func mayBeRemoved(_ version: String) -> Bool { superseded.contains(version) }

    mutating func note(_ answers: [WriterProcess.Answer], of writer: String) {
        var versions: [String] = []
        for answer in answers {
            switch answer.change {
            case "added":
                added[answer.subject] = "\(writer).\(answer.round)"
                versions.append(answer.subject)
            case "labelled": labelled[writer] = answer.round
            case "restored":
                restored.insert(answer.subject)
                if let previous = versions.dropLast().last { superseded.insert(previous) }
            case "removed": removed.insert(answer.subject)
            default: break
            }
        }
        nextRounds[writer] = nextRound(of: writer) + versions.count + 2
    }
}
