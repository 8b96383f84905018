import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// File systems whose times tick more slowly than versions are stored, and which do not count folders as links.
@Suite struct CoarseTimeTests {
    enum Clock: CaseIterable {
        /// As over sshfs.
        case seconds
        /// As of a local kernel with slow ticks.
        case fourMilliseconds

        func simulate(_ stamp: DirectoryStamp) -> DirectoryStamp {
            let tick = 4_000_000
            let nanoseconds = self == .seconds ? 0 : stamp.nanoseconds / tick * tick
            return DirectoryStamp(seconds: stamp.seconds, nanoseconds: nanoseconds, links: 1, size: 4096)
        }
    }

    private let scratch: ScratchFolder
    private let store: any WorkspaceStore

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
    }

    private var latest: StoredDocument? {
        get async throws { try await store.document(named: "env", version: nil, in: .environments) }
    }

    @Test(arguments: Clock.allCases) func `the version that was just stored is the latest`(clock: Clock) async throws {
        try await DirectoryStamp.$simulation.withValue(clock.simulate) {
            for round in 0..<40 {
                let draft = DocumentDraft.sample(version: "x\(round)", content: "\(round)")
                _ = try await store.add(draft, to: .environments)
                #expect(try await latest?.version == "x\(round)")
                // Equal content is compared with that of the latest version.
                let again = try await store.add(.sample(content: "\(round)"), to: .environments)
                #expect(again.version == "x\(round)")
            }
        }
    }

    @Test(arguments: Clock.allCases)
    func `a version that was stored by one of many writers is at least as late as the latest`(clock: Clock) async throws
    {
        let path = "\(scratch.path)/ws"
        try await DirectoryStamp.$simulation.withValue(clock.simulate) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        let own = FileWorkspaceStore(path: path)
                        for round in 0..<10 {
                            let draft = DocumentDraft.sample(
                                version: "w\(writer)-\(round)",
                                content: "\(writer).\(round)"
                            )
                            let stored = try await own.add(draft, to: .environments)
                            let found = try await own.document(named: "env", version: nil, in: .environments)
                            #expect(found?.sequence ?? 0 >= stored.sequence)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        let last = try await store.versions(of: "env", in: .environments).last
        #expect(try await latest?.version == last)
    }

    @Test(arguments: Clock.allCases) func `once the tick is over, the versions are read no more`(clock: Clock)
        async throws
    {
        for content in ["a", "b"] { _ = try await store.add(.sample(content: content), to: .environments) }
        let entry = "\(scratch.path)/ws/environments/env"
        try scratch.remove("ws/environments/env/.local/latest.json")
        try await DirectoryStamp.$simulation.withValue(clock.simulate) {
            #expect(try await latest?.version == "2")
            #expect(!scratch.exists("ws/environments/env/.local/latest.json"))
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -3)],
                ofItemAtPath: entry
            )
            #expect(try await latest?.version == "2")
            let steps = try await StepRecorder().during { _ = try await latest }
            #expect(!steps.contains { $0.path == "\(entry)/1" || $0.kind == .list })
        }
    }

    @Test func `a hint that an earlier version of the SDK wrote is not believed`() async throws {
        _ = try await store.add(.sample(content: "a"), to: .environments)
        _ = try await store.add(.sample(version: "named", content: "b"), to: .environments)
        let path = "ws/environments/env/.local/latest.json"
        let old = try scratch.read(path)
            .replacingOccurrences(of: "    \"format\": 2,\n", with: "")
            .replacingOccurrences(of: "\"named\"", with: "\"1\"")
        try scratch.write(path, old)
        #expect(try await latest?.version == "named")
    }
}
