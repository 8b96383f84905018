/// What trying to lock a file or folder led to.
package enum LockAnswer: Sendable, Hashable {
    case gained
    case heldByAnother
    /// The file system has no such locks.
    case unavailable
}
