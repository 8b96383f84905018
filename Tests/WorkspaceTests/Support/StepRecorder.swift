import AzureMLSupport
import AzureMLSystem
import Synchronization

/// Writes down the steps on the file system that a piece of work takes.
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
