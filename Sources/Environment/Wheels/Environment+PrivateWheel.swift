internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies
public import Workspace

extension Environment {
    /// Puts a wheel that no package index has into a workspace, and returns what a specification names it by.
    ///
    /// ```swift
    /// let wheel = try await Environment.addPrivatePipWheel(workspace: ws, filePath: "dist/mine-1.0-py3-none-any.whl")
    /// try env.python.condaDependencies.addPipPackage(wheel)
    /// ```
    ///
    /// The name that comes back holds the SHA-256 of the wheel, so that it always means the same bytes.
    ///
    /// > Python: `azureml.core.environment.Environment.add_private_pip_wheel`
    ///
    /// - Parameters:
    ///   - workspace: The workspace.
    ///   - filePath: The path of the wheel, a regular file whose name is a wheel's.
    ///   - existOK: Whether another wheel of that name may be there already; it stays, under its own SHA-256.
    /// - Returns: `azureml-workspace://wheels/<SHA-256>/<file name>`.
    /// - Throws: ``EnvironmentError`` when the file is no wheel or cannot be read, or when a wheel of that name with other
    ///   content is there and `existOK` is false; `WorkspaceError` when the workspace cannot be written.
    public static func addPrivatePipWheel(
        workspace: Workspace,
        filePath: String,
        existOK: Bool = false
    ) async throws -> String {
        let (folder, fileName) = LocalPath.split(ProcessContext.current.absolutePath(filePath))
        guard let name = WheelFileName(fileName) else {
            throw EnvironmentError(
                .wheelRefused,
                "'\(fileName)' is not the name of a wheel",
                at: SourceLocation(file: filePath),
                hint: "keep the name that the wheel was built with, such as 'mine-1.0-py3-none-any.whl'"
            )
        }
        let bytes: [UInt8]
        do {
            // A link's target can be any file; the wheel itself is meant.
            bytes = try Directory(path: folder).readFile(name.text, limit: BlobName.greatestSize)
        } catch {
            throw EnvironmentError(
                .unreadable,
                "the wheel cannot be added: \(error)",
                at: SourceLocation(file: filePath),
                hint: "give the path of the wheel itself",
                underlying: error
            )
        }
        let wheel = PrivateWheel(sha256: ContentHash.sha256Hex(bytes), fileName: name)
        let others = try await workspace.store.blobs(named: name.text, in: .wheels).filter { $0 != wheel.name }
        guard others.isEmpty || existOK else {
            throw EnvironmentError(
                .wheelRefused,
                "the workspace has another wheel '\(name.text)' already",
                at: SourceLocation(file: filePath),
                hint: "give the changed wheel a new version, or pass existOK: true to keep both"
            )
        }
        try await workspace.store.addBlob(bytes, as: wheel.name)
        return wheel.reference
    }

    /// The private wheels that the specification names.
    ///
    /// - Throws: ``EnvironmentError`` with the place of a reference that is none.
    func privateWheels() throws(EnvironmentError) -> [PrivateWheel] {
        try PrivateWheel.all(in: python.condaDependencies, file: EnvironmentFiles.condaDependenciesName)
    }

    /// Refuses a specification whose image could never be built.
    func refuseMissingWheels(in workspace: Workspace) async throws {
        for wheel in try privateWheels() where try await !workspace.store.holdsBlob(wheel.name) {
            throw wheelMissing(wheel, in: workspace)
        }
    }

    func wheelMissing(_ wheel: PrivateWheel, in workspace: Workspace) -> EnvironmentError {
        .wheelMissing(
            "the workspace '\(workspace.name)' does not have the private wheel '\(wheel.reference)'",
            at: PrivateWheel.place(
                of: wheel.reference,
                in: python.condaDependencies,
                file: EnvironmentFiles.condaDependenciesName
            )
        )
    }
}
