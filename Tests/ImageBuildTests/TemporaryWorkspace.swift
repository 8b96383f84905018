import Foundation
import Workspace

/// A workspace of a test's own that is removed with the test.
final class TemporaryWorkspace: Sendable {
    let workspace: Workspace
    let path: String

    init() async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "image-build-tests-\(UUID().uuidString)")
        path = url.path
        workspace = try await Workspace.create(name: "tests", directory: path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
