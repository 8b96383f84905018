internal import Synchronization

/// A count that several tasks can share.
package final class Counter: Sendable {
    private let count = Mutex(0)

    package init() {}

    /// Adds one, and returns the count before that.
    package func next() -> Int {
        count.withLock { count in
            defer { count += 1 }
            return count
        }
    }
}
