import AzureMLSupport
import AzureMLSystem
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

/// Two computers that share a folder and do not see each other's locks, as over sshfs: the second one makes its whole
/// change between two steps of the first.
@Suite struct UnseenLockTests {
    enum Change: CaseIterable, CustomTestStringConvertible {
        case label, remove, removeOnFullDisk

        var opposite: Change { self == .label ? .remove : .label }
        var testDescription: String { "\(self)" }

        /// Returns whether the change is made; false when the opposite one excludes it.
        func make(in store: any WorkspaceStore) async throws -> Bool {
            do {
                switch self {
                case .label: try await store.setLabels(["prod"], version: "2", of: "env", in: .environments)
                case .remove, .removeOnFullDisk: try await store.remove(version: "2", of: "env", in: .environments)
                }
                return true
            } catch let error as WorkspaceError where [.versionDeleted, .versionLabelled].contains(error.code) {
                return false
            }
        }
    }

    private let scratch: ScratchFolder
    private let store: any WorkspaceStore

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        for content in ["a", "b"] { _ = try await store.add(.sample(content: content), to: .environments) }
    }

    @Test(arguments: Change.allCases)
    func `at each step of one change, the opposite one excludes it`(change: Change) async throws {
        var step = 0
        while true {
            let name = "ws\(step)"
            try scratch.copy("ws", to: name)
            let other = OtherComputer(workspace: "\(scratch.path)/\(name)", change: change.opposite, step: step)
            let hint = "\(name)/environments/env/.local/latest.json"
            let observer: FileOperation.Observer = { [scratch] operation throws(FileSystemError) in
                other.observe()
                let needsSpace = [.createFile, .createFolder, .write].contains(operation.kind)
                if change == .removeOnFullDisk, needsSpace, scratch.exists(hint) { throw .diskFull(operation) }
            }
            let store = FileWorkspaceStore(path: "\(scratch.path)/\(name)")
            let isMade = try await FileOperation.$observer.withValue(observer) { try await change.make(in: store) }
            guard let otherIsMade = try other.isMade else { break }
            #expect(isMade != otherIsMade, "step \(step)")
            _ = try await store.add(.sample(content: "next"), to: .environments)
            #expect(try await store.verify().map(\.description) == [])
            #expect(try scratch.tree(name).filter { $0.contains("tmp-") } == [])
            step += 1
        }
        #expect(step > 20)
    }

    /// Another computer, which gains every lock that is held here.
    private final class OtherComputer: Sendable {
        private let workspace: String
        private let change: Change
        private let step: Int
        private let state = Mutex((steps: 0, result: Result<Bool, any Error>?.none))

        init(workspace: String, change: Change, step: Int) {
            self.workspace = workspace
            self.change = change
            self.step = step
        }

        /// Whether its change was made; `nil` when it was not tried.
        var isMade: Bool? { get throws { try state.withLock { try $0.result?.get() } } }

        func observe() {
            let isNow = state.withLock { state in
                defer { state.steps += 1 }
                return state.steps == step
            }
            guard isNow else { return }
            let result = Result { try withUnseenLocks { try makeChange() } }
            state.withLock { $0.result = result }
        }

        /// Waits for the change, which runs in a queue of its own: this thread is one of the few that other tasks need.
        private func makeChange() throws -> Bool {
            let result = Mutex(Result<Bool, any Error>?.none)
            let end = DispatchSemaphore(value: 0)
            Task.detached(executorPreference: QueueExecutor()) { [change, workspace] in
                let made: Result<Bool, any Error>
                do {
                    made = .success(try await change.make(in: FileWorkspaceStore(path: workspace)))
                } catch {
                    made = .failure(error)
                }
                result.withLock { $0 = made }
                end.signal()
            }
            end.wait()
            let made = result.withLock { $0 }
            return try #require(made).get()
        }

        /// Locks belong to files, not to their names, so copies with the same names are not locked.
        private func withUnseenLocks(_ work: () throws -> Bool) throws -> Bool {
            let files = FileManager.default
            let (local, aside) = ("\(workspace)/environments/env/.local", "\(workspace).aside")
            guard files.fileExists(atPath: local) else { return try work() }
            try files.createDirectory(atPath: aside, withIntermediateDirectories: true)
            var moved: [(name: String, aside: String)] = []
            for name in try files.subpathsOfDirectory(atPath: local) {
                var isFolder: ObjCBool = false
                guard unsafe files.fileExists(atPath: "\(local)/\(name)", isDirectory: &isFolder), !isFolder.boolValue
                else { continue }
                let place = "\(aside)/\(moved.count)"
                try files.moveItem(atPath: "\(local)/\(name)", toPath: place)
                try files.copyItem(atPath: place, toPath: "\(local)/\(name)")
                moved.append((name, place))
            }
            defer {
                // The process here goes on with its own files, unless the other computer removed them.
                for (name, place) in moved where files.fileExists(atPath: "\(local)/\(name)") {
                    unsafe rename(place, "\(local)/\(name)")
                }
            }
            return try work()
        }
    }

    private final class QueueExecutor: TaskExecutor {
        private let queue = DispatchQueue(label: "other computer")

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }
}
