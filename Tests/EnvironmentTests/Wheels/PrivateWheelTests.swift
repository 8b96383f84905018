import AzureMLSupport
import AzureMLSystem
import CondaDependencies
import Foundation
import TestSupport
import Testing
import Workspace

@testable import Environment

@Suite struct PrivateWheelTests {
    private static let name = "mine-1.0-py3-none-any.whl"
    // printf 'one' | sha256sum; printf 'two' | sha256sum
    private static let hashOfOne = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    private static let hashOfTwo = "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3"

    private static func address(_ hash: String, _ name: String = name) -> String {
        "azureml-workspace://wheels/\(hash)/\(name)"
    }

    private static func code(_ work: () async throws -> String) async -> ErrorCode<EnvironmentError>? {
        do {
            _ = try await work()
            return nil
        } catch {
            return (error as? EnvironmentError)?.code
        }
    }

    @Test(arguments: Backing.allCases)
    func `a wheel is stored under its SHA-256, and read back`(backing: Backing) async throws {
        let folder = try ScratchFolder()
        let workspace = try await backing.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        let address = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        #expect(address == Self.address(Self.hashOfOne))
        let wheel = BlobName(collection: .wheels, sha256: Self.hashOfOne, fileName: Self.name)
        #expect(try await workspace.store.blob(wheel, limit: 3) == Array("one".utf8))
        let missing = BlobName(collection: .wheels, sha256: Self.hashOfTwo, fileName: Self.name)
        #expect(try await workspace.store.blob(missing, limit: 3) == nil)
    }

    @Test(arguments: Backing.allCases)
    func `adding a wheel of the same name needs equal bytes or existOK`(backing: Backing) async throws {
        let folder = try ScratchFolder()
        let workspace = try await backing.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        for _ in 1...2 {
            let address = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
            #expect(address == Self.address(Self.hashOfOne))
        }
        try folder.write(Self.name, "two")
        let refused = await Self.code {
            try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        }
        #expect(refused == .wheelRefused)
        let second = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path, existOK: true)
        #expect(second == Self.address(Self.hashOfTwo))
        // Both stay, so a reference in a specification always means the same wheel.
        for (hash, text) in [(Self.hashOfOne, "one"), (Self.hashOfTwo, "two")] {
            let wheel = BlobName(collection: .wheels, sha256: hash, fileName: Self.name)
            #expect(try await workspace.store.blob(wheel, limit: 3) == Array(text.utf8))
        }
    }

    // Names that public scripts for azureml-core add.
    @Test(arguments: ["mev-competition-0.1.9.tar.gz", "EthTx-0.0.3.tar.gz", "mine-1.0.zip"])
    func `a source distribution is stored and registered as a wheel is`(name: String) async throws {
        let folder = try ScratchFolder()
        let workspace = try await Backing.folder.workspace(in: folder)
        let path = try folder.write(name, "one")
        let reference = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        #expect(reference == Self.address(Self.hashOfOne, name))
        var environment = Environment(name: "x")
        try environment.python.condaDependencies.addPipPackage(reference)
        _ = try await environment.register(workspace: workspace)
        let again = try await Environment.get(workspace: workspace, name: "x")
        #expect(again.python.condaDependencies.pipPackages.last == reference)
        #expect(try await workspace.verify() == [])
    }

    @Test func `equal bytes under two names are two wheels`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Backing.folder.workspace(in: folder)
        for name in [Self.name, "mine-1.1-py3-none-any.whl"] {
            let path = try folder.write(name, "one")
            let address = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
            #expect(address == Self.address(Self.hashOfOne, name))
        }
        #expect(try await workspace.verify() == [])
        let names = try folder.names(in: "workspace/wheels/\(Self.hashOfOne)")
        #expect(names == [Self.name, "mine-1.1-py3-none-any.whl"])
    }

    @Test func `symlinks, folders and other names are refused, and nothing is stored`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Backing.folder.workspace(in: folder)
        try folder.write("secret", "one")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: "\(folder.path)/link-1-py3-none-any.whl", withDestinationPath: "secret")
        try manager.createDirectory(
            atPath: "\(folder.path)/folder-1-py3-none-any.whl",
            withIntermediateDirectories: false
        )
        for (name, code) in [
            ("secret", .wheelRefused), ("", .wheelRefused), ("..", .wheelRefused),
            ("link-1-py3-none-any.whl", .fileUnreadable), ("folder-1-py3-none-any.whl", .fileUnreadable),
            ("missing-1-py3-none-any.whl", .fileUnreadable),
        ] as [(String, ErrorCode<EnvironmentError>)] {
            let path = "\(folder.path)/\(name)"
            let found = await Self.code {
                try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
            }
            #expect(found == code, "\(name)")
        }
        #expect(!(try folder.names(in: "workspace").contains("wheels")))
    }

    @Test func `a wheel that was changed in the workspace is reported as damaged`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Backing.folder.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        _ = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        try folder.write("workspace/wheels/\(Self.hashOfOne)/\(Self.name)", "two")
        let wheel = BlobName(collection: .wheels, sha256: Self.hashOfOne, fileName: Self.name)
        await #expect(throws: WorkspaceError.self) { try await workspace.store.blob(wheel, limit: 3) }
        let finding = try #require(await workspace.verify().first)
        #expect(finding.code == "file-damaged")
        #expect(finding.location?.file == "\(folder.path)/workspace/\(wheel.path)")
        await #expect(throws: WorkspaceError.self) {
            try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        }
    }

    @Test func `files of other programs among the wheels are foreign, and wheels can still be added`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Backing.folder.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        _ = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        let left = [".DS_Store", "\(Self.hashOfOne)/.DS_Store", "copy/\(Self.name)"]
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/workspace/wheels/copy",
            withIntermediateDirectories: false
        )
        for name in left { try folder.write("workspace/wheels/\(name)", "theirs") }
        #expect(try await workspace.verify().map(\.code) == ["file-foreign", "file-foreign", "file-foreign"])
        let again = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        #expect(again == Self.address(Self.hashOfOne))
    }

    @Test(arguments: ["on", "one and more"])
    func `a wheel is not added if its place has other content`(content: String) async throws {
        let folder = try ScratchFolder()
        let workspace = try await Backing.folder.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        _ = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        try folder.write("workspace/wheels/\(Self.hashOfOne)/\(Self.name)", content)
        let error = await #expect(throws: WorkspaceError.self) {
            try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        }
        #expect(error?.code == .damaged)
    }

    @Test(arguments: Backing.allCases)
    func `copying an environment copies its wheels, and no others`(target: Backing) async throws {
        let folder = try ScratchFolder()
        let source = try await Workspace.create(name: "source", directory: "\(folder.path)/source")
        let other = try await target.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        let wheel = try await Environment.addPrivatePipWheel(workspace: source, filePath: path)
        _ = try await Environment.addPrivatePipWheel(
            workspace: source,
            filePath: folder.write("other-1.0-py3-none-any.whl", "two")
        )
        var environment = Environment(name: "x")
        try environment.python.condaDependencies.addPipPackage("mine @ \(wheel) ; python_version > '3'")
        _ = try await environment.register(workspace: source)
        for _ in 0..<2 { try await source.environments.copy(name: "x", version: "1", to: other) }
        let copied = BlobName(collection: .wheels, sha256: Self.hashOfOne, fileName: Self.name)
        #expect(try await other.store.blob(copied, limit: 3) == Array("one".utf8))
        let notNamed = BlobName(
            collection: .wheels,
            sha256: "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3",
            fileName: "other-1.0-py3-none-any.whl"
        )
        #expect(try await source.store.holdsBlob(notNamed))
        #expect(try await !other.store.holdsBlob(notNamed))
    }

    @Test func `symlinks in somebody else's workspace are not followed`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Backing.folder.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        let outside = "\(folder.path)/outside"
        let manager = FileManager.default
        try manager.createDirectory(atPath: outside, withIntermediateDirectories: false)
        try manager.createSymbolicLink(atPath: "\(folder.path)/workspace/wheels", withDestinationPath: outside)
        await #expect(throws: WorkspaceError.self) {
            try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        }
        #expect(try folder.names(in: "outside") == [])
        #expect(try await workspace.verify().map(\.code) == ["file-damaged"])
    }

    @Test func `a full disk at any step leaves the whole wheel or no wheel, and the next call works`() async throws {
        let folder = try ScratchFolder()
        let path = try folder.write(Self.name, "one")
        let wheel = BlobName(collection: .wheels, sha256: Self.hashOfOne, fileName: Self.name)
        var step = 0
        var wasReached = true
        while wasReached {
            let directory = "workspace\(step)"
            let workspace = try await Workspace.create(name: "tests", directory: "\(folder.path)/\(directory)")
            let interruption = Interruption(at: step, .diskFull)
            let added = try? await interruption.during {
                try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
            }
            let kept = try await workspace.store.blob(wheel, limit: 3)
            #expect(kept == Array("one".utf8) || (kept == nil && added == nil))
            _ = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
            #expect(try await workspace.store.blob(wheel, limit: 3) == Array("one".utf8))
            #expect(try folder.names(in: "\(directory)/.local").filter { $0.hasPrefix("tmp-") } == [])
            wasReached = interruption.wasReached
            step += 1
        }
        #expect(step > 10)
    }

    @Test func `deleting a workspace removes its wheels`() async throws {
        let folder = try ScratchFolder()
        let workspace = try await Backing.folder.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        _ = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        try await workspace.delete()
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/workspace"))
    }

    @Test(arguments: Backing.allCases)
    func `a specification that names a wheel is registered as written`(backing: Backing) async throws {
        let folder = try ScratchFolder()
        let workspace = try await backing.workspace(in: folder)
        let path = try folder.write(Self.name, "one")
        let wheel = try await Environment.addPrivatePipWheel(workspace: workspace, filePath: path)
        var environment = Environment(name: "x")
        try environment.python.condaDependencies.addPipPackage(wheel)
        let registered = try await environment.register(workspace: workspace)
        #expect(registered.python.condaDependencies.pipPackages.last == wheel)
    }
}
