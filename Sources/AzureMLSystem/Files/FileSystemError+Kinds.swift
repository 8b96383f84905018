#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

extension FileSystemError {
    package var isMissing: Bool { systemCode == ENOENT }
    /// Whether the name was taken when it had to be free; folders answer with either number.
    package var isTaken: Bool { systemCode == EEXIST || systemCode == ENOTEMPTY }
    /// Whether a folder was wanted and something else is there, a link included.
    package var isNotFolder: Bool { systemCode == ENOTDIR || systemCode == ELOOP }
    /// Whether the two names lie on file systems, or layers of one, between which nothing is renamed.
    package var isAcrossFileSystems: Bool { systemCode == EXDEV }
    /// Whether the file system may have no second names for files, as exFAT and some network drives.
    var meansNoLinks: Bool { systemCode == EPERM || systemCode == ENOTSUP || systemCode == EOPNOTSUPP }
    /// Whether the file itself is damaged (missing, a link, the wrong kind or size) rather than merely unreadable for this
    /// user or at this moment.
    package var isDamage: Bool { systemCode == nil || isMissing || isNotFolder }
    package var isTooLarge: Bool {
        if case .isTooLarge = reason { true } else { false }
    }
    package var isDiskFull: Bool { systemCode == ENOSPC || systemCode == EDQUOT }
    package var isReadOnly: Bool { systemCode == EROFS }
    package var isNameTooLong: Bool { systemCode == ENAMETOOLONG }
    package var isOutOfDescriptors: Bool { systemCode == EMFILE || systemCode == ENFILE }
    package var isForbidden: Bool { systemCode == EACCES || systemCode == EPERM || systemCode == EROFS }

    /// The error of a full disk, for tests that inject it.
    package static func diskFull(_ operation: FileOperation) -> FileSystemError {
        FileSystemError(operation.kind, operation.path, .system(ENOSPC))
    }

    /// The error of a folder that may not be written, for tests that inject it.
    package static func readOnly(_ operation: FileOperation) -> FileSystemError {
        FileSystemError(operation.kind, operation.path, .system(EROFS))
    }
}
