internal import Environment
internal import Workspace

/// The wheels that a workspace stores.
struct WorkspaceWheels: PrivateWheels {
    let store: any WorkspaceStore

    func bytes(of wheel: PrivateWheel) async throws -> [UInt8]? {
        try await store.blob(wheel.name, limit: BlobName.maximumSize)
    }
}
