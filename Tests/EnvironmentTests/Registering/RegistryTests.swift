import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

@testable import Environment

/// Labels, history, archiving, deleting and copying work the same in a folder and in memory.
@Suite final class RegistryTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    /// A workspace in which `x` has the versions 1 to 3, each with another base image.
    private func workspace(_ backing: Backing) async throws -> Workspace {
        let workspace = try await backing.workspace(in: folder)
        for image in ["ubuntu:20.04", "ubuntu:22.04", "ubuntu:24.04"] {
            _ = try await environment(image).register(workspace: workspace)
        }
        return workspace
    }

    private func environment(_ image: String) -> Environment {
        var environment = Environment(name: "x")
        environment.docker.baseImage = image
        return environment
    }

    @Test(arguments: Backing.allCases)
    func `a label finds its version, moves, and is removed when it is not set again`(backing: Backing) async throws {
        let workspace = try await workspace(backing)
        try await Environment.label(workspace: workspace, name: "x", version: "1", labels: ["prod", "Stable 1"])
        #expect(try await Environment.get(workspace: workspace, name: "x", label: "prod").version == "1")
        try await Environment.label(workspace: workspace, name: "x", version: "2", labels: ["prod"])
        #expect(try await Environment.get(workspace: workspace, name: "x", label: "prod").version == "2")
        #expect(try await Environment.get(workspace: workspace, name: "x", label: "Stable 1").version == "1")
        #expect(try await workspace.environments.history(of: "x").map(\.labels) == [["Stable 1"], ["prod"], []])
        try await Environment.label(workspace: workspace, name: "x", version: "2", labels: [])
        let error = await #expect(throws: EnvironmentError.self) {
            try await Environment.get(workspace: workspace, name: "x", label: "prod")
        }
        #expect(error?.code == .notFound)
        #expect(error?.hint == "use one of its labels: 'Stable 1' (version '1')")
        #expect(try await workspace.environments.verify() == [])
    }

    @Test(
        arguments: Backing.allCases,
        [
            ("latest", ErrorCode<WorkspaceError>.labelReserved), ("LATEST", .labelReserved), ("", .nameInvalid),
            ("../x", .nameInvalid), ("a\nb", .nameInvalid),
        ]
    )
    func `an invalid label is refused`(
        backing: Backing,
        label: (name: String, code: ErrorCode<WorkspaceError>)
    ) async throws {
        let workspace = try await workspace(backing)
        let error = await #expect(throws: WorkspaceError.self) {
            try await Environment.label(workspace: workspace, name: "x", version: "1", labels: ["good", label.name])
        }
        #expect(error?.code == label.code)
        #expect(try await workspace.environments.history(of: "x").allSatisfy { $0.labels.isEmpty })
    }

    @Test(arguments: Backing.allCases)
    func `hints list the versions if one is unknown, and how to set an unknown label`(backing: Backing) async throws {
        let workspace = try await workspace(backing)
        let calls: [@Sendable () async throws -> Void] = [
            { _ = try await Environment.get(workspace: workspace, name: "x", version: "9") },
            { try await Environment.label(workspace: workspace, name: "x", version: "9", labels: []) },
            { try await workspace.environments.archive(name: "x", version: "9") },
            { try await workspace.environments.restore(name: "x", version: "9") },
            { try await workspace.environments.delete(name: "x", version: "9") },
            { try await workspace.environments.copy(name: "x", version: "9", to: workspace) },
        ]
        for call in calls {
            let error = await #expect(throws: EnvironmentError.self) { try await call() }
            #expect(error?.code == .notFound)
            #expect(error?.message.contains("no environment 'x' with the version '9'") == true)
            #expect(error?.hint == "use one of its versions: '1', '2', '3'")
        }
        let error = await #expect(throws: EnvironmentError.self) {
            try await Environment.get(workspace: workspace, name: "x", label: "prod")
        }
        #expect(
            error?.hint == "set the label: try await Environment.label(workspace: ws, name: \"x\", version: \"3\", "
                + "labels: [\"prod\"])"
        )
    }

    @Test(arguments: Backing.allCases)
    func `an archived version is hidden and still readable by its version or a label`(backing: Backing) async throws {
        let workspace = try await workspace(backing)
        try await Environment.label(workspace: workspace, name: "x", version: "3", labels: ["kept"])
        for _ in 0..<2 { try await workspace.environments.archive(name: "x", version: "3") }
        #expect(try await Environment.get(workspace: workspace, name: "x").version == "2")
        #expect(try await workspace.environments["x"]?.version == "2")
        #expect(try await Environment.get(workspace: workspace, name: "x", version: "3").version == "3")
        #expect(try await Environment.get(workspace: workspace, name: "x", label: "kept").version == "3")
        #expect(try await workspace.environments.history(of: "x").map(\.isArchived) == [false, false, true])
        // Content equal to the latest visible version is that version; content equal to a hidden one is a new version.
        #expect(try await environment("ubuntu:22.04").register(workspace: workspace).version == "2")
        #expect(try await environment("ubuntu:24.04").register(workspace: workspace).version == "4")
        try await workspace.environments.archive(name: "x", version: "4")
        for _ in 0..<2 { try await workspace.environments.restore(name: "x", version: "3") }
        #expect(try await Environment.get(workspace: workspace, name: "x").version == "3")
        #expect(try await workspace.environments.verify() == [])
    }

    @Test(arguments: Backing.allCases)
    func `if all versions are archived, the hint says how to restore one`(backing: Backing) async throws {
        let workspace = try await workspace(backing)
        _ = try await Environment(name: "other").register(workspace: workspace)
        for version in ["1", "2", "3"] { try await workspace.environments.archive(name: "x", version: version) }
        let error = await #expect(throws: EnvironmentError.self) {
            try await Environment.get(workspace: workspace, name: "x")
        }
        #expect(error?.code == .archived)
        #expect(
            error?.hint == "restore a version: try await ws.environments.restore(name: \"x\", version: \"3\")"
        )
        #expect(try await workspace.environments.names == ["other"])
        #expect(try await Environment.list(workspace: workspace).keys.sorted() == ["other"])
        #expect(try await workspace.environments["x"] == nil)
        #expect(try await environment("ubuntu:24.04").register(workspace: workspace).version == "4")
    }

    @Test(arguments: Backing.allCases)
    func `a deleted version is gone, and its number is never used again`(backing: Backing) async throws {
        let workspace = try await workspace(backing)
        for _ in 0..<2 { try await workspace.environments.delete(name: "x", version: "3") }
        #expect(try await Environment.get(workspace: workspace, name: "x").version == "2")
        #expect(try await workspace.environments.history(of: "x").map(\.version) == ["1", "2"])
        let reading = await #expect(throws: EnvironmentError.self) {
            try await Environment.get(workspace: workspace, name: "x", version: "3")
        }
        #expect(reading?.code == .notFound)
        #expect(reading?.message == "version '3' of the environment 'x' was deleted")
        #expect(reading?.hint == "use one of its versions: '1', '2'")
        var again = environment("ubuntu:24.04")
        again.version = "3"
        let registering = await #expect(throws: WorkspaceError.self) { try await again.register(workspace: workspace) }
        #expect(registering?.code == .versionConflict)
        #expect(registering?.message.contains("was deleted") == true)
        #expect(try await environment("ubuntu:24.04").register(workspace: workspace).version == "4")
        #expect(try await workspace.environments.verify() == [])
    }

    @Test(arguments: Backing.allCases)
    func `a version with labels is not deleted`(backing: Backing) async throws {
        let workspace = try await workspace(backing)
        try await Environment.label(workspace: workspace, name: "x", version: "1", labels: ["prod"])
        let error = await #expect(throws: WorkspaceError.self) {
            try await workspace.environments.delete(name: "x", version: "1")
        }
        #expect(error?.code == .versionLabelled)
        #expect(error?.message.contains("'prod'") == true)
        #expect(try await Environment.get(workspace: workspace, name: "x", label: "prod").version == "1")
    }

    @Test(arguments: Backing.allCases, Backing.allCases)
    func `a copy has the version, the user's original file and the references to secrets`(
        source: Backing,
        target: Backing
    ) async throws {
        let first = try await source.workspace(in: folder)
        let second =
            target == .memory
            ? try Workspace.inMemory(name: "other")
            : try await Workspace.create(name: "other", directory: "\(folder.path)/other")
        let text = "name: mine\n# kept\ndependencies:\n- python=3.9\n"
        let file = try folder.write("env.yml", text)
        var environment = try Environment.fromCondaSpecification(name: "x", filePath: file)
        environment.version = "spring"
        environment.docker.baseImageRegistry.password = .environmentVariable("TOKEN")
        let registered = try await environment.register(workspace: first)
        for _ in 0..<2 {
            let copied = try await first.environments.copy(name: "x", version: "spring", to: second)
            #expect(copied.hasSameContent(as: registered))
            #expect(copied.version == "spring")
            #expect(copied.docker.baseImageRegistry.password == .environmentVariable("TOKEN"))
            #expect(copied.assetID?.contains(second.id) == true)
        }
        #expect(
            try await Environment.originalCondaSpecification(workspace: second, name: "x", version: "spring") == text
        )
        var other = self.environment("ubuntu:22.04")
        other.version = "taken"
        _ = try await other.register(workspace: first)
        other.docker.baseImage = "ubuntu:24.04"
        _ = try await other.register(workspace: second)
        let error = await #expect(throws: WorkspaceError.self) {
            try await first.environments.copy(name: "x", version: "taken", to: second)
        }
        #expect(error?.code == .versionConflict)
    }

    @Test func `a definition that was changed together with its hash is reported`() async throws {
        let workspace = try await workspace(.folder)
        let path = "workspace/environments/x/2"
        let definition = try folder.read("\(path)/azureml_environment.json")
        let record = try folder.read("\(path)/registration.json")
        let changed = definition.replacingOccurrences(of: "22.04", with: "18.04")
        #expect(changed != definition)
        try folder.write("\(path)/azureml_environment.json", changed)
        try folder.write(
            "\(path)/registration.json",
            record.replacingOccurrences(
                of: ContentHash.sha256Hex(Array(definition.utf8)),
                with: ContentHash.sha256Hex(Array(changed.utf8))
            )
            .replacing(/,\s*"record_hash": "[0-9a-f]{64}"/, with: "")
        )
        #expect(try await workspace.verify().map(\.code) == ["record-without-hash"])
        let findings = try await workspace.environments.verify()
        #expect(findings.map(\.code) == ["record-without-hash", "definition-damaged"])
        #expect(findings.last?.location?.file == "x:2/azureml_environment.json")
    }

    @Test(arguments: Backing.allCases)
    func `verify opens archived versions too`(backing: Backing) async throws {
        let workspace = try await workspace(backing)
        for version in ["1", "2", "3"] { try await workspace.environments.archive(name: "x", version: version) }
        #expect(try await workspace.environments.verify() == [])
        try (workspace.store as? MemoryWorkspaceStore)?.damage("x", file: "azureml_environment.json")
        let expected = backing == .memory ? 3 : 0
        #expect(try await workspace.environments.verify().count == expected)
    }
}
