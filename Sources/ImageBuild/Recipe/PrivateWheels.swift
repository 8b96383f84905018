internal import AzureMLSupport
internal import AzureMLSystem
internal import Environment
internal import Workspace

/// The source of the bytes of private wheels.
protocol PrivateWheels: Sendable {
    /// Returns the bytes of a wheel without verifying them; `nil` when there is no such wheel.
    func bytes(of wheel: PrivateWheel) async throws -> [UInt8]?
}

extension PrivateWheels {
    /// Returns the wheel as a file of a build context, after verifying that it has the hash in its reference.
    func entry(of wheel: PrivateWheel) async throws -> BuildContext.Entry {
        let place = SourceLocation(file: "python.condaDependencies")
        guard let bytes = try await bytes(of: wheel) else {
            throw ImageBuildError(
                .wheelMissing,
                "the workspace does not have the private wheel '\(wheel.name.fileName)' of '\(wheel.reference)'",
                at: place,
                hint: "add it: try await Environment.addPrivatePipWheel(workspace: ws, filePath: \"…\")"
            )
        }
        let found = ContentHash.sha256Hex(bytes)
        guard found == wheel.name.sha256 else {
            throw ImageBuildError(
                .wheelDamaged,
                "the private wheel '\(wheel.name.fileName)' is damaged: "
                    + "its SHA-256 is \(found), not \(wheel.name.sha256)",
                at: place,
                hint: "remove it from the workspace's folder and add the wheel again"
            )
        }
        return BuildContext.Entry(path: wheel.path, content: .file(bytes, isExecutable: false))
    }
}
