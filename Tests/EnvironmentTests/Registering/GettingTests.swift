import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

@testable import Environment

@Suite final class GettingTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    @Test(arguments: Backing.allCases)
    func `the error for an unregistered environment shows the line to add`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        for version in [nil, "7"] {
            let error = await #expect(throws: EnvironmentError.self) {
                try await Environment.get(workspace: workspace, name: "x", version: version)
            }
            #expect(error?.code == .notFound)
            #expect(error?.hint?.contains("register(workspace: ws)") == true)
        }
        #expect(try await workspace.environments["x"] == nil)
    }

    @Test func `the error for a missing curated environment has a line that registers a copy`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        let error = await #expect(throws: EnvironmentError.self) {
            try await Environment.get(workspace: workspace, name: "AzureML-\"x")
        }
        let call = #"_ = try await Environment.loadFromDirectory(path: "…").clone(newName: "my-AzureML-\"x")"#
        #expect(error?.hint?.hasSuffix("\(call).register(workspace: ws)") == true)
    }

    @Test func `the hint for a copy without a name quotes the name as Swift does`() {
        let error = #expect(throws: EnvironmentError.self) { try Environment(name: "a\"b").clone(newName: "") }
        #expect(error?.hint?.hasSuffix(#"environment.clone(newName: "my-a\"b")"#) == true)
    }

    @Test(arguments: Backing.allCases)
    func `a version and a label together are refused`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        let error = await #expect(throws: EnvironmentError.self) {
            try await Environment.get(workspace: workspace, name: "x", version: "1", label: "latest")
        }
        #expect(error?.code == .versionAndLabelGiven)
    }

    @Test(arguments: Backing.allCases)
    func `the label latest means the version that was registered last`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        var environment = Environment(name: "x")
        _ = try await environment.register(workspace: workspace)
        environment.version = "named"
        environment.docker.baseImage = "ubuntu:22.04"
        let last = try await environment.register(workspace: workspace)
        #expect(try await Environment.get(workspace: workspace, name: "x", label: "latest") == last)
        await #expect(throws: EnvironmentError.self) {
            try await Environment.get(workspace: workspace, name: "x", label: "other")
        }
    }

    @Test func `the list has the latest of each, and a damaged one does not hide the others`() async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        let store = try #require(workspace.store as? MemoryWorkspaceStore)
        for name in ["b", "a", "damaged"] {
            _ = try await Environment(name: name).register(workspace: workspace)
        }
        try store.damage("damaged", file: "azureml_environment.json")
        #expect(try await Environment.list(workspace: workspace).keys.sorted() == ["a", "b"])
        #expect(try await workspace.environments.names == ["a", "b", "damaged"])
        var visited: [String] = []
        for try await environment in workspace.environments { visited.append(environment.name) }
        #expect(visited == ["a", "b"])
        let error = await #expect(throws: JSONError.self) { try await workspace.environments["damaged"] }
        #expect(error?.location?.file == "damaged:1/azureml_environment.json")
    }

    @Test func `a list fails when the file system refuses to read, rather than being incomplete`() async throws {
        let workspace = try await Backing.folder.workspace(in: folder)
        for name in ["a", "b"] { _ = try await Environment(name: name).register(workspace: workspace) }
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .read, step.path.hasSuffix("/b/1/azureml_environment.json") else { return }
            throw FileSystemError(step.kind, step.path, .system(EMFILE))
        }
        await FileOperation.$observer.withValue(observer) {
            let error = await #expect(throws: WorkspaceError.self) { try await Environment.list(workspace: workspace) }
            #expect(error?.code == .fileSystemFailed)
        }
    }
}
