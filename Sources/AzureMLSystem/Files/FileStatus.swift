#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import AzureMLSupport
internal import Musl
#else
internal import Darwin
#endif

/// What lies at a path.
package enum FileKind: Sendable, Hashable {
    case regularFile
    case folder
    case link
    /// A FIFO, a socket or a device.
    case other
}

/// One of the names in a folder.
package struct DirectoryEntry: Sendable, Hashable {
    /// Shows U+FFFD for what is no UTF-8, and then leads to nothing.
    package let name: String
    /// The name, closed by a zero byte, when it is no UTF-8.
    let unreadableName: [CChar]?
    /// What it is, links not followed; `nil` when the file system does not say it here.
    package let kind: FileKind?

    package var hasReadableName: Bool { unreadableName == nil }
}

/// What trying to lock a file or folder led to.
package enum LockAnswer: Sendable, Hashable {
    case gained
    case heldByAnother
    /// The file system has no such locks.
    case unavailable
}

/// What makes two descriptors the same file.
struct FileIdentity: Hashable {
    var device: UInt64
    var number: UInt64
}

/// What changes when an entry of a folder is added, removed or renamed.
///
/// The time alone is not enough: its clock ticks every few milliseconds, and two changes within one tick look alike.
/// The number of links and the size tell them apart where the file system counts folders or names there.
package struct DirectoryStamp: Sendable, Hashable {
    package var seconds: Int
    package var nanoseconds: Int
    package var links: Int
    package var size: Int

    package init(seconds: Int, nanoseconds: Int, links: Int, size: Int) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.links = links
        self.size = size
    }
}

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
    /// Whether this is a fault of what lies there, for whoever looks: missing, a link, or not the kind of file or size
    /// that it has to be. What a user may not read, or the system cannot open just now, is none.
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
