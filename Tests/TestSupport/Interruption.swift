internal import AzureMLSystem
internal import Synchronization

/// Counts the operations that change the disk, and fails at one of them, or at it and every later one. In the latter
/// case nothing can be cleaned up, as in a killed process: only file descriptors are closed and locks released.
package final class Interruption: Sendable {
    package enum Kind: Sendable { case diskFull, readOnly, allFromHere }

    private let step: Int
    private let kind: Kind
    private let count = Mutex(0)

    package init(at step: Int, _ kind: Kind) {
        self.step = step
        self.kind = kind
    }

    package var wasReached: Bool { count.withLock { $0 > step } }

    private func observe(_ operation: FileOperation) throws(FileSystemError) {
        guard operation.kind.changesDisk else { return }
        let current = count.withLock { count in
            defer { count += 1 }
            return count
        }
        switch kind {
        case .diskFull where current == step: throw .diskFull(operation)
        case .readOnly: throw .readOnly(operation)
        case .allFromHere where current >= step: throw .diskFull(operation)
        default: return
        }
    }

    package func during<Result>(_ work: () async throws -> Result) async throws -> Result {
        let observer: FileOperation.Observer = { operation throws(FileSystemError) in try self.observe(operation) }
        return try await FileOperation.$observer.withValue(observer) { try await work() }
    }
}
