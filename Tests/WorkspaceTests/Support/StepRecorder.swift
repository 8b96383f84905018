import AzureMLSupport
import AzureMLSystem
import Synchronization

/// Records the file system operations of a piece of work.
final class StepRecorder: Sendable {
    private let steps = Mutex<[FileOperation]>([])

    func during(_ work: () async throws -> Void) async throws -> [FileOperation] {
        steps.withLock { $0 = [] }
        let observer: FileOperation.Observer = { step throws(FileSystemError) in self.steps.withLock { $0.append(step) }
        }
        try await FileOperation.$observer.withValue(observer) { try await work() }
        return steps.withLock(\.self)
    }
}
