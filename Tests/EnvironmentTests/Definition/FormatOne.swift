import AzureMLSupport
import CondaDependencies
import Environment
import Foundation

@testable import Workspace

/// A workspace that was written when format 1 was the only format, and the registrations that wrote it.
///
/// The files must never change, because every later version of the SDK has to open them.
enum FormatOne {
    static let folder = Fixture.path("format-1/workspace")
    static let exportFile = Fixture.path("format-1/export.tar")

    static let longName = String(repeating: "long-name-", count: 20)
    static let longVersion = String(repeating: "version.", count: 18) + "1"
    static let longLabel = String(repeating: "Label ", count: 30) + "1"

    static let guideText = """
        name: pytorch
        channels:
            - defaults
            - pytorch
        dependencies:
            - python=3.7   # not newer
            - pytorch
            - torchvision

        """
    /// With the byte order mark and the line endings of an editor on Windows.
    static let windowsText = "\u{FEFF}# mine\r\nname: win\r\ndependencies:\r\n- python=3.9\r\n- pip:\r\n  - numpy\r\n"
    static let dockerfile = "FROM ubuntu:22.04\nRUN echo 'é'\n"
    static let digests: JSONValue = [
        "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20240304.v1":
            "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "ubuntu:22.04": "sha256:fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210",
    ]

    /// Writes the same workspace again.
    ///
    /// - Parameters:
    ///   - directory: The folder of the new workspace.
    ///   - inputs: A folder for the files that the registrations read.
    /// - Throws: Any error of a registration.
    static func write(to directory: String, inputs: String) async throws {
        let store = FileWorkspaceStore(path: directory)
        _ = try store.create(
            WorkspaceRecord(
                id: "1f0e2d3c-4b5a-4697-8877-665544332211",
                name: "Format 1",
                subscriptionID: "sub",
                resourceGroup: "group",
                location: "westeurope"
            )
        )
        let workspace = try await Workspace.get(name: "Format 1", directory: directory)
        func file(_ name: String, _ text: String) throws -> String {
            try Data(text.utf8).write(to: URL(filePath: "\(inputs)/\(name)"))
            return "\(inputs)/\(name)"
        }
        let wheel = try await Environment.addPrivatePipWheel(
            workspace: workspace,
            filePath: file("mine-1.0-py3-none-any.whl", "wheel")
        )
        var guide = try Environment.fromCondaSpecification(name: "pytorch", filePath: file("guide.yml", guideText))
        _ = try await guide.register(workspace: workspace)
        for package in ["scipy", wheel, "pandas"] {
            try guide.python.condaDependencies.addPipPackage(package)
            guide.docker.baseImageRegistry.address = "my.azurecr.io"
            guide.docker.baseImageRegistry.username = "me"
            guide.docker.baseImageRegistry.password = .environmentVariable("REGISTRY_PASSWORD")
            _ = try await guide.register(workspace: workspace)
        }
        let labels = ["prod", "Stable 1", "日本", longLabel]
        try await Environment.label(workspace: workspace, name: "pytorch", version: "1", labels: labels)
        try await Environment.label(workspace: workspace, name: "pytorch", version: "4", labels: ["next"])
        try await workspace.environments.delete(name: "pytorch", version: "2")
        try await workspace.environments.archive(name: "pytorch", version: "4")

        _ = try await Environment.fromCondaSpecification(name: "windows", filePath: file("win.yml", windowsText))
            .register(workspace: workspace)
        _ = try await Environment.fromDockerfile(name: "dockerfile", dockerfile: dockerfile)
            .register(workspace: workspace)
        for (name, version) in [("日本 語.50%", "1.0-β"), ("CON", nil), ("Case", nil), (longName, longVersion)] {
            var environment = Environment(name: name)
            environment.version = version
            _ = try await environment.register(workspace: workspace)
        }
        try await workspace.store.changeNote(.imageDigests) { _ in digests.fileBytes }
    }
}
