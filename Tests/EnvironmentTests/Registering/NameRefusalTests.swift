import AzureMLSupport
import Foundation
import TestSupport
import Testing
import Workspace

@testable import Environment

/// Every call refuses invalid names, versions and labels, in a folder and in memory.
@Suite final class NameRefusalTests {
    /// Invalid names, each with the reason that the error gives.
    private static let hostile = [
        ("../../x", "separates folders"), ("a/b", "separates folders"), ("a\\b", "separates folders"),
        (".", "is the name of a folder"), ("..", "is the name of a folder"), ("", "is empty"), ("a\nb", "U+000A"),
        ("a\0b", "U+0000"), (" a", "begins or ends with whitespace"),
        (String(repeating: "a", count: 300), "has 300 characters"),
    ]

    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func workspace(_ backing: Backing) async throws -> Workspace {
        let workspace = try await backing.workspace(in: folder)
        _ = try await Environment(name: "x").register(workspace: workspace)
        return workspace
    }

    /// Everything below the test's folder, with the content of the files.
    private func everything() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            files[name] = FileManager.default.contents(atPath: "\(folder.path)/\(name)") ?? Data()
        }
        return files
    }

    private typealias Call = (name: String, make: () async throws -> Void)

    private func expectRefusals(_ calls: [Call], _ reason: String) async throws {
        let before = try everything()
        for call in calls {
            let error = await #expect(throws: WorkspaceError.self, "\(call.name)") { try await call.make() }
            #expect(error?.code == .nameInvalid, "\(call.name)")
            #expect(error?.message.contains(reason) == true, "\(call.name)")
            #expect(error?.hint != nil, "\(call.name)")
        }
        #expect(try everything() == before)
    }

    @Test(arguments: Backing.allCases, hostile)
    func `every call refuses an invalid name`(backing: Backing, hostile: (name: String, reason: String)) async throws {
        let workspace = try await workspace(backing)
        let view = workspace.environments
        let name = hostile.name
        try await expectRefusals(
            [
                ("register", { _ = try await Environment(name: name).register(workspace: workspace) }),
                ("get", { _ = try await Environment.get(workspace: workspace, name: name) }),
                ("get version", { _ = try await Environment.get(workspace: workspace, name: name, version: "1") }),
                ("get label", { _ = try await Environment.get(workspace: workspace, name: name, label: "prod") }),
                (
                    "original",
                    { _ = try await Environment.originalCondaSpecification(workspace: workspace, name: name) }
                ),
                (
                    "label",
                    { try await Environment.label(workspace: workspace, name: name, version: "1", labels: ["a"]) }
                ),
                ("subscript", { _ = try await view[name] }),
                ("history", { _ = try await view.history(of: name) }),
                ("archive", { try await view.archive(name: name, version: "1") }),
                ("restore", { try await view.restore(name: name, version: "1") }),
                ("delete", { try await view.delete(name: name, version: "1") }),
                ("copy", { try await view.copy(name: name, version: "1", to: workspace) }),
            ],
            hostile.reason
        )
    }

    @Test(arguments: Backing.allCases, hostile)
    func `every call refuses an invalid version`(backing: Backing, hostile: (name: String, reason: String))
        async throws
    {
        let workspace = try await workspace(backing)
        let view = workspace.environments
        let version = hostile.name
        var environment = Environment(name: "x")
        environment.version = version
        let registering = environment
        try await expectRefusals(
            [
                ("register", { _ = try await registering.register(workspace: workspace) }),
                ("get", { _ = try await Environment.get(workspace: workspace, name: "x", version: version) }),
                (
                    "label",
                    { try await Environment.label(workspace: workspace, name: "x", version: version, labels: []) }
                ),
                ("archive", { try await view.archive(name: "x", version: version) }),
                ("restore", { try await view.restore(name: "x", version: version) }),
                ("delete", { try await view.delete(name: "x", version: version) }),
                ("copy", { try await view.copy(name: "x", version: version, to: workspace) }),
            ],
            hostile.reason
        )
    }

    @Test(arguments: Backing.allCases, hostile)
    func `every call refuses an invalid label`(backing: Backing, hostile: (name: String, reason: String)) async throws {
        let workspace = try await workspace(backing)
        let labels = ["good", hostile.name]
        try await expectRefusals(
            [
                ("get", { _ = try await Environment.get(workspace: workspace, name: "x", label: hostile.name) }),
                (
                    "label",
                    { try await Environment.label(workspace: workspace, name: "x", version: "1", labels: labels) }
                ),
            ],
            hostile.reason
        )
    }

    @Test(arguments: Backing.allCases, ["AzureML-x", "Microsoft-x", "AzureML", "AzureML-\"x"])
    func `a reserved name can be read but not registered`(backing: Backing, name: String) async throws {
        let workspace = try await workspace(backing)
        let curated = Environment(name: name)
        let registering = await #expect(throws: EnvironmentError.self) {
            try await curated.register(workspace: workspace)
        }
        #expect(registering?.code == .nameReserved)
        #expect(registering?.message.contains("reserved for curated environments") == true)
        #expect(registering?.hint?.hasSuffix("environment.clone(newName: \(String(reflecting: "my-\(name)")))") == true)
        #expect(try await workspace.environments.history(of: name) == [])
        // As a service or an older tool may have stored it.
        let stored = try await curated.store(in: workspace, original: nil)
        #expect(try await Environment.get(workspace: workspace, name: name) == stored)
        try await Environment.label(workspace: workspace, name: name, version: "1", labels: ["kept"])
        try await workspace.environments.archive(name: name, version: "1")
        let copying = await #expect(throws: EnvironmentError.self) {
            try await workspace.environments.copy(name: name, version: "1", to: .inMemory(name: "other"))
        }
        #expect(copying?.code == .nameReserved)
    }

    @Test(arguments: Backing.allCases)
    func `two Unicode spellings of a text are the same name, version and label`(backing: Backing) async throws {
        let workspace = try await workspace(backing)
        var environment = Environment(name: "e\u{301}")
        environment.version = "e\u{301}"
        _ = try await environment.register(workspace: workspace)
        try await Environment.label(workspace: workspace, name: "\u{E9}", version: "\u{E9}", labels: ["e\u{301}"])
        let found = try await Environment.get(workspace: workspace, name: "e\u{301}", label: "\u{E9}")
        #expect(found.version?.unicodeScalars.count == 1)
        let history = try await workspace.environments.history(of: "e\u{301}")
        #expect(history.map(\.name.unicodeScalars.count) == [1])
        #expect(history.flatMap(\.labels).map(\.unicodeScalars.count) == [1])
    }
}
