import AzureMLSupport
import AzureMLSystem
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

@testable import Environment

/// A copy that fails at any step leaves no partial version in the target workspace and does not change the source.
@Suite final class CopyInterruptionTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func tree(_ name: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(folder.path)/\(name)").sorted()
    }

    /// Runs the work with a disk that is full at a step, and returns whether the work reached that step.
    private func refusing(_ step: Int, andLater: Bool, _ work: () async throws -> Void) async throws -> Bool {
        let count = Mutex(0)
        let observer: FileOperation.Observer = { operation throws(FileSystemError) in
            guard operation.kind.changesDisk else { return }
            let current = count.withLock { count in
                defer { count += 1 }
                return count
            }
            if current == step || andLater && current > step { throw .diskFull(operation) }
        }
        do {
            try await FileOperation.$observer.withValue(observer, operation: work)
        } catch let error as WorkspaceError {
            #expect(error.code == .fileSystemFailed)
            #expect(error.hint?.contains("free some space") == true)
        }
        return count.withLock { $0 > step }
    }

    @Test(arguments: [false, true])
    func `a copy that fails can be repeated`(andLater: Bool) async throws {
        let source = try await Backing.folder.workspace(in: folder)
        let file = try folder.write("env.yml", "name: mine\n# kept\ndependencies:\n- python=3.9\n")
        let registered = try await Environment.fromCondaSpecification(name: "x", filePath: file)
            .register(workspace: source)
        let before = try tree("workspace")
        var step = 0
        while true {
            let target = try await Workspace.create(name: "w", directory: "\(folder.path)/ws\(step)")
            let wasReached = try await refusing(step, andLater: andLater) {
                try await source.environments.copy(name: "x", version: "1", to: target)
            }
            let seen = try await target.environments.history(of: "x").map(\.version)
            #expect(seen == [] || seen == ["1"])
            #expect(try await target.environments.verify() == [])
            let copied = try await source.environments.copy(name: "x", version: "1", to: target)
            #expect(copied.hasSameContent(as: registered))
            // The next writer removes temporary files that are left.
            _ = try await Environment(name: "x").register(workspace: target)
            #expect(try tree("ws\(step)").filter { $0.contains("tmp-") } == [])
            guard wasReached else { break }
            step += 1
        }
        #expect(step > 10)
        #expect(try tree("workspace") == before)
    }
}
