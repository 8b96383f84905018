import AzureMLSupport
import AzureMLSystem
import TestSupport
import Testing
import Workspace

/// The order of the fsyncs that have to happen before storing returns, so that a returned version survives a power cut.
@Suite struct DurabilityTests {
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore
    private var root: String { "\(scratch.path)/ws" }
    private var environments: String { "\(root)/environments" }
    private var entry: String { "\(environments)/env" }

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
    }

    private func recorded(_ work: () async throws -> Void) async throws -> [FileOperation] {
        try await StepRecorder().during(work)
    }

    private func add() async throws -> [FileOperation] {
        try await recorded { _ = try await store.add(.sample(), to: .environments) }
    }

    @Test func `files and their folder are fsynced, then renamed, then the folder of the name is fsynced`()
        async throws
    {
        let steps = try await add()
        let renamed = try #require(steps.firstIndex(of: FileOperation(kind: .rename, path: "\(entry)/1")))
        let saved = steps[..<renamed].filter { $0.kind == .synchronize }.map(\.path)
        let temporary = try #require(saved.last)
        #expect(temporary.hasPrefix("\(entry)/.local/tmp-"))
        for file in ["definition.json", "content.txt", "registration.json"] {
            #expect(saved.contains("\(temporary)/\(file)"), "\(file)")
        }
        #expect(steps[renamed...].contains(FileOperation(kind: .synchronize, path: entry)))
    }

    /// The creator of a folder can have been killed before it fsynced the folder's parent.
    @Test(arguments: [[], ["environments"], ["environments", "environments/env"]])
    func `the parent folders of the first version are fsynced even if they exist`(existing: [String]) async throws {
        for name in existing { try scratch.makeFolder("ws/\(name)") }
        let taken = try await add()
        let renamed = try #require(taken.firstIndex(of: FileOperation(kind: .rename, path: "\(entry)/1")))
        for folder in [root, environments] {
            #expect(taken[..<renamed].contains(FileOperation(kind: .synchronize, path: folder)), "\(folder)")
        }
        let way = try await recorded { _ = try await store.add(.sample(content: "b"), to: .environments) }
            .filter { $0.kind == .synchronize && [root, environments].contains($0.path) }
        #expect(way == [])
    }

    @Test func `equal content is returned only after its parent folders are fsynced`() async throws {
        _ = try await add()
        try scratch.remove("ws/environments/env/.local")
        let saved = try await recorded { _ = try await store.add(.sample(version: "1"), to: .environments) }
            .filter { $0.kind == .synchronize }.map(\.path)
        #expect(saved == [root, environments, entry])
    }

    @Test func `a reader that leaves the first hint fsyncs the parent folders for later writers`() async throws {
        _ = try await add()
        try scratch.remove("ws/environments/env/.local")
        let read = try await recorded { _ = try await store.document(named: "env", version: nil, in: .environments) }
        let made = try #require(read.firstIndex(of: FileOperation(kind: .createFolder, path: "\(entry)/.local")))
        let saved = read[..<made].filter { $0.kind == .synchronize }.map(\.path)
        #expect(saved == [root, environments])
    }

    @Test func `opening a workspace that another process just created fsyncs it`() async throws {
        let taken = try await recorded { _ = try await Workspace.create(name: "w", directory: root, existOK: true) }
        #expect(taken.contains(FileOperation(kind: .synchronize, path: root)))
    }
}
