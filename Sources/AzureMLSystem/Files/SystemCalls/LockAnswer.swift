/// The result of an attempt to lock a file or folder.
enum LockAnswer {
    case gained
    case heldByAnother
    /// The file system does not support such locks.
    case unavailable
}
