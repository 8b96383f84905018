import AzureMLSystem
import Foundation
import TestSupport
import Testing

@testable import Environment

/// What the system's errors lead to when environments are saved and loaded.
@Suite struct FolderRefusalTests {
    @Test(arguments: ["new", "parent/new"])
    func `a save that the disk has no space for says so, and leaves no folder that refuses the next`(
        name: String
    ) async throws {
        var (step, wasReached) = (0, true)
        while wasReached {
            let folder = try ScratchFolder()
            let path = "\(folder.path)/\(name)"
            let interruption = Interruption(at: step, .diskFull)
            do {
                _ = try await interruption.during { try Environment(name: "x").saveToDirectory(path: path) }
            } catch let error as EnvironmentError {
                #expect(error.code == .fileUnwritable)
                #expect(error.hint == "free some space on that disk and try again")
                #expect(!folder.exists(name), "step \(step)")
                try Environment(name: "x").saveToDirectory(path: path)
            }
            wasReached = interruption.wasReached
            step += 1
        }
        #expect(step > 5)
    }

    @Test func `a save that fails keeps a folder that was there`() async throws {
        let folder = try ScratchFolder()
        let interruption = Interruption(at: 0, .allFromHere)
        await #expect(throws: EnvironmentError.self) {
            _ = try await interruption.during {
                try Environment(name: "x").saveToDirectory(path: folder.path, overwrite: true)
            }
        }
        #expect(try folder.names() == [])
    }
}
