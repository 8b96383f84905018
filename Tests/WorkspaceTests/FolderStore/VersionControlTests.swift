import Foundation
import TestSupport
import Testing
import Workspace

/// The files that git keeps of a workspace inside a project.
@Suite struct VersionControlTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test func `git keeps an environment whose name the project ignores`() async throws {
        try scratch.write(".gitignore", "env/\nbuild/\nlib/\nwheels/\n*.whl\n*.json\n")
        let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        for name in ["env", "build", "lib"] { _ = try await workspace.store.add(.sample(name), to: .environments) }
        try await git("init", "--quiet")
        try await git("add", "--all")
        let kept = try await git("ls-files").split(separator: "\n").map(String.init)
        for name in ["env", "build", "lib"] {
            #expect(kept.contains("ws/environments/\(name)/1/registration.json"))
        }
        #expect(kept.contains("ws/workspace.json"))
        #expect(!kept.contains { $0.contains("/.local/") })
    }

    @discardableResult
    private func git(_ arguments: String...) async throws -> String {
        try await TestProgram.text("git", ["-C", scratch.path] + arguments)
    }
}
