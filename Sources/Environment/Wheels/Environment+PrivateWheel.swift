internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies
public import Workspace

extension Environment {
    /// Adds a wheel that is not in a package index to a workspace, and returns the reference for a specification. A
    /// source distribution can be added too; pip builds it when the image is built.
    ///
    /// ```swift
    /// let wheel = try await Environment.addPrivatePipWheel(workspace: ws, filePath: "dist/mine-1.0-py3-none-any.whl")
    /// try env.python.condaDependencies.addPipPackage(wheel)
    /// ```
    ///
    /// The reference contains the wheel's SHA-256 hash, so it always means the same bytes.
    ///
    /// > Python: `azureml.core.environment.Environment.add_private_pip_wheel`
    ///
    /// - Parameters:
    ///   - workspace: The workspace.
    ///   - filePath: The path of the wheel or source distribution: a regular file with a name such as
    ///     `mine-1.0-py3-none-any.whl` or `mine-1.0.tar.gz`.
    ///   - existOK: Whether the workspace may already have another file of that name. That file stays, under its own
    ///     SHA-256.
    /// - Returns: `azureml-workspace://wheels/<SHA-256>/<file name>`.
    /// - Throws: ``EnvironmentError`` when the file is neither or cannot be read, or when the workspace has a file
    ///   of that name with other content and `existOK` is false; `WorkspaceError` when the workspace cannot be written.
    public static func addPrivatePipWheel(
        workspace: Workspace,
        filePath: String,
        existOK: Bool = false
    ) async throws -> String {
        let (folder, lastComponent) = LocalPath.split(ProcessContext.current.absolutePath(filePath))
        guard let fileName = DistributionFileName(lastComponent) else {
            throw EnvironmentError(
                .wheelRefused,
                "'\(lastComponent)' is not the file name of a wheel or of a source distribution",
                at: SourceLocation(file: filePath),
                hint: "keep the name that it was built with, such as 'mine-1.0-py3-none-any.whl' or 'mine-1.0.tar.gz'"
            )
        }
        let bytes: [UInt8]
        do throws(FileSystemError) {
            // Refuses a symlink, whose target could be any file.
            bytes = try Directory(path: folder).readFile(fileName.text, limit: BlobName.maximumSize)
        } catch {
            throw EnvironmentError(
                .fileUnreadable,
                "the file cannot be added: \(error)",
                at: SourceLocation(file: filePath),
                hint: error.hint(forWrongPath: "give the path of the file itself"),
                underlying: error
            )
        }
        let wheel = PrivateWheel(sha256: ContentHash.sha256Hex(bytes), fileName: fileName)
        if existOK {
            try await workspace.store.addBlob(bytes, as: wheel.name)
        } else if try await !workspace.store.addBlobWithUniqueName(bytes, as: wheel.name) {
            throw EnvironmentError(
                .wheelRefused,
                "the workspace already has another file '\(fileName.text)'",
                at: SourceLocation(file: filePath),
                hint: "give the changed package a new version, or pass existOK: true to keep both"
            )
        }
        return wheel.reference
    }

    /// Returns the private wheels that the specification names, each with its place.
    ///
    /// - Throws: ``EnvironmentError`` with the place of an invalid reference.
    func privateWheels() throws(EnvironmentError) -> [(wheel: PrivateWheel, place: SourceLocation)] {
        try PrivateWheel.all(in: python.condaDependencies, file: EnvironmentFiles.condaDependenciesName)
    }

    /// Refuses a specification that names a wheel that the workspace does not have: its image could never be built.
    func refuseMissingWheels(in workspace: Workspace) async throws {
        for (wheel, place) in try privateWheels() where try await !workspace.store.holdsBlob(wheel.name) {
            throw EnvironmentError.wheelMissing(wheel, in: workspace, at: place)
        }
    }
}

extension EnvironmentError {
    static func wheelMissing(_ wheel: PrivateWheel, in workspace: Workspace, at place: SourceLocation) -> Self {
        wheelMissing(
            "the workspace '\(workspace.name)' does not have the private wheel '\(wheel.reference)'",
            at: place
        )
    }
}
