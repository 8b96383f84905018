import Foundation
import Workspace

/// A workspace of a test's own that is removed with the test.
final class TemporaryWorkspace: Sendable {
    let workspace: Workspace
    private let folder: String

    init() async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "image-build-tests-\(UUID().uuidString)")
        folder = url.path
        workspace = try await Workspace.create(name: "tests", directory: folder)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }
}
