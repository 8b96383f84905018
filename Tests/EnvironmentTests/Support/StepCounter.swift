import AzureMLSupport
import AzureMLSystem
import Synchronization

/// Makes one step of a piece of work fail as a full disk does: the first, then the second, and so on.
final class StepCounter: Sendable {
    private let state = Mutex((seen: 0, failing: 0))

    /// Counts from the beginning, and lets the next step fail. Only steps that change the disk count.
    func startAgain() {
        state.withLock { $0 = (0, $0.failing + 1) }
    }

    /// Whether the work came to the step that fails.
    var didFail: Bool { state.withLock { $0.seen >= $0.failing } }

    var failingStep: Int { state.withLock(\.failing) }

    var observer: FileOperation.Observer {
        { operation throws(FileSystemError) in
            guard operation.kind.changesDisk else { return }
            let fails = self.state.withLock { state in
                state.seen += 1
                return state.seen == state.failing
            }
            if fails { throw .diskFull(operation) }
        }
    }
}
