internal import AzureMLSupport
internal import Workspace

/// The wheels in a workspace's folder: `wheels/<sha256>/<name>`.
struct WorkspaceWheels: PrivateWheels {
    private static let largest = 2 << 30

    /// The workspace's folder; `nil` for a workspace that is none.
    let directory: String?

    func bytes(of wheel: PrivateWheel) async throws -> [UInt8]? {
        guard let directory else { return nil }
        do {
            let folder = try Directory(path: directory).directory("wheels", wheel.sha256)
            return try folder.readFile(wheel.fileName, limit: Self.largest)
        } catch let error where error.isMissing {
            return nil
        }
    }
}
