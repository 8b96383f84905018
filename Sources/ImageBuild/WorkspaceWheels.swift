internal import Workspace

/// The wheels that a workspace keeps.
struct WorkspaceWheels: PrivateWheels {
    let store: any WorkspaceStore

    func bytes(of wheel: PrivateWheel) async throws -> [UInt8]? {
        let name = BlobName(collection: .wheels, sha256: wheel.sha256, fileName: wheel.fileName)
        return try await store.blob(name, limit: BlobName.greatestSize)
    }
}
