import AzureMLSupport
import Foundation
import TestSupport
import Testing
import Workspace

/// A failure at each step of every change to an existing version.
@Suite struct ChangeInterruptionTests {
    enum Change: CaseIterable {
        case label, archive, restore, remove, removeArchived

        /// The history of the versions 1 to 3 before the change: the labels of each, or `archived`.
        var before: [String] {
            switch self {
            case .label, .archive, .remove: ["old", "", ""]
            case .restore, .removeArchived: ["old", "", "archived"]
            }
        }

        /// The history after the change.
        var after: [String] {
            switch self {
            case .label: ["", "", "new,old"]
            case .archive: ["old", "", "archived"]
            case .restore: ["old", "", ""]
            case .remove, .removeArchived: ["old", ""]
            }
        }

        func make(in store: any WorkspaceStore) async throws {
            switch self {
            case .label: try await store.setLabels(["old", "new"], version: "3", of: "env", in: .environments)
            case .archive: try await store.setArchived(true, version: "3", of: "env", in: .environments)
            case .restore: try await store.setArchived(false, version: "3", of: "env", in: .environments)
            case .remove, .removeArchived: try await store.remove(version: "3", of: "env", in: .environments)
            }
        }
    }

    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    /// Creates a workspace with three versions; the tests change copies of it, because copying does not wait for the
    /// disk.
    private func prepare(_ change: Change) async throws -> any WorkspaceStore {
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for content in ["a", "b", "c"] { _ = try await store.add(.sample(content: content), to: .environments) }
        try await store.setLabels(["old"], version: "1", of: "env", in: .environments)
        if change.before.contains("archived") {
            try await store.setArchived(true, version: "3", of: "env", in: .environments)
        }
        return store
    }

    private func copy(_ name: String) async throws -> any WorkspaceStore {
        try FileManager.default.copyItem(atPath: "\(scratch.path)/ws", toPath: "\(scratch.path)/\(name)")
        return try await Workspace.get(name: "w", directory: "\(scratch.path)/\(name)").store
    }

    private func state(_ store: any WorkspaceStore) async throws -> [String] {
        try await store.history(of: "env", in: .environments).map { version in
            version.isArchived ? "archived" : version.labels.joined(separator: ",")
        }
    }

    @Test(arguments: Change.allCases, [Interruption.Kind.diskFull, .allFromHere])
    func `a failed change leaves the workspace valid and can be repeated`(change: Change, kind: Interruption.Kind)
        async throws
    {
        _ = try await prepare(change)
        var step = 0
        while true {
            let store = try await copy("ws\(step)")
            #expect(try await state(store) == change.before)
            let interruption = Interruption(at: step, kind)
            var isAnswered = false
            do {
                try await interruption.during { try await change.make(in: store) }
                isAnswered = true
            } catch let error as WorkspaceError {
                #expect(error.code == .fileSystemFailed)
                #expect(error.hint?.hasPrefix("free ") == true)
            }
            let seen = try await state(store)
            // Setting several labels takes several steps, but each label has a version at any time.
            let between = change == .label ? [["", "", "old"]] : []
            #expect(([change.after] + (isAnswered ? [] : [change.before] + between)).contains(seen))
            #expect(try await store.verify().allSatisfy { $0.code == "deletion-unfinished" })
            try await change.make(in: store)
            #expect(try await state(store) == change.after)
            _ = try await store.add(.sample(content: "next"), to: .environments)
            #expect(try await store.verify() == [])
            #expect(try scratch.tree("ws\(step)").filter { $0.contains("tmp-") } == [])
            guard interruption.wasReached else { break }
            step += 1
        }
        #expect(step > (change == .restore ? 1 : 4))
    }

    /// No second deletion is needed: the next writer completes the first one.
    @Test func `the next writer completes a deletion that failed after it had marked the version`() async throws {
        _ = try await prepare(.removeArchived)
        var step = 0
        var completed = 0
        while true {
            let store = try await copy("ws\(step)")
            let interruption = Interruption(at: step, .allFromHere)
            try? await interruption.during { try await Change.removeArchived.make(in: store) }
            let isRemoved = try await state(store) == Change.remove.after
            if try await !store.verify().isEmpty { completed += 1 }
            _ = try await store.add(.sample(content: "next"), to: .environments)
            #expect(try await store.verify() == [])
            let left = try scratch.tree("ws\(step)/environments/env/3")
            #expect(isRemoved ? left == ["registration.json"] : left.count == 3)
            guard interruption.wasReached else { break }
            step += 1
        }
        #expect(completed > 1)
    }

    @Test(arguments: Change.allCases)
    func `a change in a read-only workspace fails with a hint and changes nothing`(change: Change) async throws {
        let store = try await prepare(change)
        let before = try scratch.tree()
        let error = await #expect(throws: WorkspaceError.self) {
            try await Interruption(at: 0, .readOnly).during { try await change.make(in: store) }
        }
        #expect(error?.code == .fileSystemFailed)
        #expect(error?.hint?.contains("folder on another one") == true)
        #expect(try scratch.tree() == before)
        #expect(try await state(store) == change.before)
    }
}
