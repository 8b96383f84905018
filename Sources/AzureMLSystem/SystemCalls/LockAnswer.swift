/// What trying to lock a file or folder led to.
enum LockAnswer {
    case gained
    case heldByAnother
    /// The file system has no such locks.
    case unavailable
}
