#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

extension FileSystemError {
    package var isMissing: Bool { systemCode == ENOENT }
    /// Whether a name that had to be free was taken. For folders, systems report either error number.
    package var isTaken: Bool { systemCode == EEXIST || systemCode == ENOTEMPTY }
    /// Whether something other than a folder, such as a link, is where a folder was expected.
    package var isNotFolder: Bool { systemCode == ENOTDIR || systemCode == ELOOP }
    /// Whether the two names are on different file systems, or layers of one, between which renaming is impossible.
    package var isAcrossFileSystems: Bool { systemCode == EXDEV }
    /// Whether the file system may not support hard links, like exFAT and some network drives.
    var mayLackHardLinks: Bool { systemCode == EPERM || systemCode == ENOTSUP || systemCode == EOPNOTSUPP }
    /// Whether the file itself is damaged (missing, a link, the wrong kind or size) rather than merely unreadable for
    /// this user or at this moment.
    package var isDamage: Bool { (systemCode == nil && !isLocked) || isMissing || isNotFolder }
    /// Whether another program holds a lock for too long.
    package var isLocked: Bool {
        if case .isLocked = reason { true } else { false }
    }
    package var isTooLarge: Bool {
        if case .isTooLarge = reason { true } else { false }
    }
    package var isDiskFull: Bool { systemCode == ENOSPC || systemCode == EDQUOT }
    package var isReadOnly: Bool { systemCode == EROFS }
    package var isNameTooLong: Bool { systemCode == ENAMETOOLONG }
    package var isOutOfDescriptors: Bool { systemCode == EMFILE || systemCode == ENFILE }
    package var isForbidden: Bool { systemCode == EACCES || systemCode == EPERM || systemCode == EROFS }

    /// The error that the name is taken, in place of another error.
    static func taken(_ error: FileSystemError) -> FileSystemError {
        FileSystemError(error.operation, error.path, .system(EEXIST))
    }

    /// The error of a full disk, for tests that inject it.
    package static func diskFull(_ operation: FileOperation) -> FileSystemError {
        FileSystemError(operation.kind, operation.path, .system(ENOSPC))
    }

    /// The error of a read-only folder, for tests that inject it.
    package static func readOnly(_ operation: FileOperation) -> FileSystemError {
        FileSystemError(operation.kind, operation.path, .system(EROFS))
    }
}
