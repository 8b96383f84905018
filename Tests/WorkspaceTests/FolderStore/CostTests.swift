import AzureMLSystem
import AzureMLSupport
import TestSupport
import Testing
import Workspace

@Suite struct CostTests {
    @Test(arguments: [nil, "x"])
    func `storing and reading take the same number of steps, however much is stored`(prefix: String?) async throws {
        let scratch = try ScratchFolder()
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        let recorder = StepRecorder()
        var adding: [Int] = []
        var reading: [Int] = []
        let growing = ["\(scratch.path)/ws/environments", "\(scratch.path)/ws/environments/env"]
        for round in 0..<40 {
            _ = try await store.add(.sample("other-\(round)"), to: .environments)
            let draft = DocumentDraft.sample(version: prefix.map { "\($0)\(round)" }, content: "\(round)")
            let added = try await recorder.during { _ = try await store.add(draft, to: .environments) }
            let read = try await recorder.during {
                _ = try await store.document(named: "env", version: nil, in: .environments)
            }
            adding.append(added.count)
            reading.append(read.count)
            // A listing is one step, but takes longer with every name.
            let listings = (round == 0 ? read : added + read).filter { $0.kind == .list && growing.contains($0.path) }
            #expect(listings == [])
        }
        // The first registration also creates the folders.
        #expect(Set(adding.dropFirst()).count == 1)
        #expect(Set(reading).count == 1)
    }

    @Test(arguments: ["same", "new"])
    func `storing reads the hint once, to find equal content and the next number`(content: String) async throws {
        let scratch = try ScratchFolder()
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for content in ["old", "same"] { _ = try await store.add(.sample(content: content), to: .environments) }
        _ = try await store.document(named: "env", version: nil, in: .environments)
        let steps = try await StepRecorder().during {
            _ = try await store.add(.sample(content: content), to: .environments)
        }
        #expect(steps.count { $0.kind == .read && $0.path.hasSuffix("/latest.json") } == 1)
    }

    @Test func `after a change from outside, only the next reader reads all versions`() async throws {
        let scratch = try ScratchFolder()
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for content in ["a", "b", "c"] { _ = try await store.add(.sample(content: content), to: .environments) }
        let recorder = StepRecorder()
        let read = { _ = try await store.document(named: "env", version: nil, in: .environments) }
        let known = try await recorder.during(read).count
        try scratch.remove("ws/environments/env/.local")
        let scanning = try await recorder.during(read).count
        #expect(scanning > known)
        #expect(try await recorder.during(read).count == known)
    }

    @Test func `a deleted version with the greatest number adds no steps to finding the latest`() async throws {
        let scratch = try ScratchFolder()
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for version in ["7", String(Int.max)] {
            _ = try await store.add(.sample(version: version, content: version), to: .environments)
        }
        try await store.remove(version: String(Int.max), of: "env", in: .environments)
        #expect(try await store.add(.sample(content: "next"), to: .environments).version == "8")
        let steps = try await StepRecorder().during {
            _ = try await store.document(named: "env", version: nil, in: .environments)
        }
        #expect(!steps.contains { $0.kind == .list })
    }
}
