import AzureMLSupport
import AzureMLSystem
import Synchronization

/// Counts the steps that change the disk and fails at one of them, or at it and every later one, so that nothing is put
/// right again. Descriptors are closed and locks given up, as the system does for a process that was killed.
final class Interruption: Sendable {
    enum Kind { case diskFull, readOnly, allFromHere }

    private let step: Int
    private let kind: Kind
    private let count = Mutex(0)

    init(at step: Int, _ kind: Kind) {
        self.step = step
        self.kind = kind
    }

    var wasReached: Bool { count.withLock { $0 > step } }

    func observe(_ operation: FileOperation) throws(FileSystemError) {
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

    func during<Result>(_ work: () async throws -> Result) async throws -> Result {
        let observer: FileOperation.Observer = { operation throws(FileSystemError) in try self.observe(operation) }
        return try await FileOperation.$observer.withValue(observer) { try await work() }
    }
}
