import AzureMLSupport
import Synchronization
import Testing
import Workspace

private final class StepCounter: Sendable {
    private let count = Mutex(0)

    /// The number of steps on the file system that a piece of work takes.
    func during(_ work: () async throws -> Void) async throws -> Int {
        count.withLock { $0 = 0 }
        let observer: FileOperation.Observer = { _ throws(FileSystemError) in self.count.withLock { $0 += 1 } }
        try await FileOperation.$observer.withValue(observer) { try await work() }
        return count.withLock(\.self)
    }
}

@Suite struct CostTests {
    @Test(arguments: [nil, "x"])
    func `storing and reading take as many steps however much is stored`(prefix: String?) async throws {
        let scratch = try ScratchFolder()
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        let counter = StepCounter()
        var adding: [Int] = []
        var reading: [Int] = []
        for round in 0..<40 {
            _ = try await store.add(.sample("other-\(round)"), to: .environments)
            let draft = DocumentDraft.sample(version: prefix.map { "\($0)\(round)" }, content: "\(round)")
            adding.append(try await counter.during { _ = try await store.add(draft, to: .environments) })
            reading.append(
                try await counter.during {
                    _ = try await store.document(named: "env", version: nil, in: .environments)
                }
            )
        }
        // The first makes the folders, the second still finds what that left.
        #expect(Set(adding.dropFirst()).count == 1)
        #expect(Set(reading).count == 1)
    }

    @Test func `after a change from outside the next reader looks once`() async throws {
        let scratch = try ScratchFolder()
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for content in ["a", "b", "c"] { _ = try await store.add(.sample(content: content), to: .environments) }
        let counter = StepCounter()
        let read = { _ = try await store.document(named: "env", version: nil, in: .environments) }
        let known = try await counter.during(read)
        try scratch.remove("ws/environments/env/.local")
        let scanning = try await counter.during(read)
        #expect(scanning > known)
        #expect(try await counter.during(read) == known)
    }
}
