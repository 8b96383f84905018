import CondaDependencies
import Environment
import Foundation
import TestSupport
import Testing

@testable import Workspace

/// Every later version of the SDK must read the fixture of format 1 and write the same bytes.
@Suite struct FormatOneTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    /// The two forms of the fixture: a folder from version control, and an export file.
    enum Form: CaseIterable {
        case folder, exportFile
    }

    private func open(_ form: Form) async throws -> Workspace {
        switch form {
        case .folder:
            try folder.copy(from: FormatOne.folder, to: "workspace")
            return try await Workspace.get(name: "Format 1", directory: "\(folder.path)/workspace")
        case .exportFile:
            let directory = "\(folder.path)/workspace"
            return try await Workspace.importWorkspace(path: FormatOne.exportFile, directory: directory)
        }
    }

    @Test(arguments: Form.allCases)
    func `a workspace of format 1 opens, lists everything and is undamaged`(form: Form) async throws {
        let workspace = try await open(form)
        #expect(workspace.id == "1f0e2d3c-4b5a-4697-8877-665544332211")
        #expect(
            [workspace.subscriptionID, workspace.resourceGroup, workspace.location] == ["sub", "group", "westeurope"]
        )
        #expect(try await workspace.environments.verify() == [])
        let names = ["CON", "Case", "dockerfile", FormatOne.longName, "pytorch", "windows", "日本 語.50%"]
        #expect(try await workspace.environments.names == names)
        var latest: [String: String] = [:]
        for try await environment in workspace.environments { latest[environment.name] = environment.version }
        #expect(
            latest == [
                "CON": "1", "Case": "1", "dockerfile": "1", FormatOne.longName: FormatOne.longVersion, "pytorch": "3",
                "windows": "1", "日本 語.50%": "1.0-β",
            ]
        )
        let history = try await workspace.environments.history(of: "pytorch")
        #expect(history.map(\.version) == ["1", "3", "4"])
        #expect(history.map(\.isArchived) == [false, false, true])
        #expect(history.map(\.labels) == [[FormatOne.longLabel, "Stable 1", "prod", "日本"], [], ["next"]])
        let digests = try #require(try await workspace.store.note(.imageDigests))
        #expect(digests == FormatOne.digests.fileBytes)
    }

    @Test(arguments: Form.allCases)
    func `every version in format 1 is read as it was registered`(form: Form) async throws {
        let workspace = try await open(form)
        for label in ["prod", "Stable 1", "日本", FormatOne.longLabel] {
            let labelled = try await Environment.get(workspace: workspace, name: "pytorch", label: label)
            #expect(labelled.version == "1")
            #expect(labelled.python.condaDependencies.serializeToString().contains("- python=3.7   # not newer\n"))
        }
        let latest = try await Environment.get(workspace: workspace, name: "pytorch")
        #expect(latest.docker.baseImageRegistry.username == "me")
        #expect(latest.docker.baseImageRegistry.password == .environmentVariable("REGISTRY_PASSWORD"))
        let archived = try await Environment.get(workspace: workspace, name: "pytorch", label: "next")
        #expect(archived.version == "4")
        let packages = Array(archived.python.condaDependencies.pipPackages)
        #expect(packages.count == 3)
        let wheel = try #require(packages.first { $0.hasPrefix("azureml-workspace://") })
        let again = try await Environment.addPrivatePipWheel(
            workspace: workspace,
            filePath: folder.write("mine-1.0-py3-none-any.whl", "wheel")
        )
        #expect(again == wheel)
        let error = await #expect(throws: EnvironmentError.self) {
            try await Environment.get(workspace: workspace, name: "pytorch", version: "2")
        }
        #expect(error?.message.contains("version '2' of the environment 'pytorch' was deleted") == true)
        let original = try await Environment.originalCondaSpecification(workspace: workspace, name: "windows")
        #expect(original?.utf8.elementsEqual(FormatOne.windowsText.utf8) == true)
        let dockerfile = try await Environment.get(workspace: workspace, name: "dockerfile")
        #expect(dockerfile.docker.baseDockerfile == FormatOne.dockerfile)
    }

    @Test(arguments: Form.allCases)
    func `a workspace of format 1 accepts new versions and recognizes equal content`(form: Form) async throws {
        let workspace = try await open(form)
        let latest = try await Environment.get(workspace: workspace, name: "pytorch")
        #expect(try await latest.register(workspace: workspace).version == "3")
        var changed = latest
        changed.version = nil
        try changed.python.condaDependencies.addPipPackage("polars")
        #expect(try await changed.register(workspace: workspace).version == "5")
        #expect(try await workspace.environments["pytorch"]?.version == "5")
        #expect(try await workspace.environments.verify() == [])
        #expect(try folder.read("workspace/workspace.json").contains("\"format\": 1,"))
    }

    /// Gives names with capital letters the shorter hashes that they had when the fixture was written.
    private func useFormerNames() throws {
        for path in try folder.tree("workspace").sorted(by: { $0.count > $1.count }) where !path.contains(".local") {
            let name = path.split(separator: "/").last ?? ""
            let parts = name.split(separator: "~")
            // The hash of a name that was cut is as long as it was.
            guard parts.count == 2, parts[0].utf8.count < 80 else { continue }
            try FileManager.default.moveItem(
                atPath: "\(folder.path)/workspace/\(path)",
                toPath: "\(folder.path)/workspace/\(path.dropLast(name.count))\(parts[0])~\(parts[1].prefix(8))"
            )
        }
    }

    @Test func `the same registrations write the same bytes, and the same export file`() async throws {
        try folder.makeFolder("inputs")
        try await FormatOne.write(to: "\(folder.path)/workspace", inputs: "\(folder.path)/inputs")
        try folder.copy(from: FormatOne.folder, to: "fixture")
        try useFormerNames()
        let written = try folder.tree("workspace").filter { !$0.split(separator: "/").contains(".local") }
        #expect(try folder.tree("fixture") == written)
        for path in written where try folder.isFile("workspace/\(path)") {
            #expect(try folder.bytes("workspace/\(path)") == folder.bytes("fixture/\(path)"), "\(path)")
        }
        let workspace = try await Workspace.get(name: "Format 1", directory: "\(folder.path)/workspace")
        try await workspace.exportWorkspace(path: "\(folder.path)/export.tar")
        try folder.copy(from: FormatOne.exportFile, to: "fixture.tar")
        #expect(try folder.bytes("export.tar") == folder.bytes("fixture.tar"))
    }
}
