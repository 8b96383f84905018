#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The system calls of the file system layer: the only place that handles pointers.
enum SystemCalls {
    /// The state of a file or folder, as the system reports it.
    struct Status {
        var kind: FileKind
        var identity: FileIdentity
        var stamp: DirectoryStamp
        var mode: UInt32
    }

    static func text(of code: Int32) -> String {
        unsafe String(cString: strerror(code))
    }

    /// Makes a system call, whose result is -1 for a failure, and repeats it when a signal interrupts it.
    static func check(
        _ kind: FileOperation.Kind,
        _ path: String,
        _ call: () -> Int32
    ) throws(FileSystemError) -> Int32 {
        // The system reads a path only up to a zero byte.
        guard unsafe path.withCString({ unsafe strlen($0) }) == path.utf8.count else {
            throw FileSystemError(kind, path, .isInvalidFileName)
        }
        while true {
            let result = call()
            if result >= 0 { return result }
            let code = errno
            if code != EINTR { throw FileSystemError(kind, path, .system(code)) }
        }
    }

    /// Opens a folder by its path; links in it are followed.
    static func openFolder(path: String) throws(FileSystemError) -> Handle {
        try open(.openFolder, path, below: AT_FDCWD, shownAs: path, O_RDONLY | O_DIRECTORY)
    }

    static func openFolder(_ name: String, in folder: borrowing Handle) throws(FileSystemError) -> Handle {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW
        return try open(.openFolder, name, below: folder.descriptor, shownAs: folder.path(of: name), flags)
    }

    /// Opens a file to lock it. It is opened for writing, because a network file system may otherwise not ask the
    /// server for an exclusive lock.
    static func openForLocking(_ name: String, in folder: borrowing Handle) throws(FileSystemError) -> Handle {
        let flags = O_RDWR | O_NONBLOCK | O_NOFOLLOW
        return try open(.read, name, below: folder.descriptor, shownAs: folder.path(of: name), flags)
    }

    /// Opens a file by its path for reading, without waiting for a writer of a FIFO; links in it are followed.
    static func openForReading(path: String) throws(FileSystemError) -> Handle {
        try open(.read, path, below: AT_FDCWD, shownAs: path, O_RDONLY | O_NONBLOCK)
    }

    /// Opens a file for reading, without waiting for a writer of a FIFO.
    static func openForReading(_ name: String, in folder: borrowing Handle) throws(FileSystemError) -> Handle {
        let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW
        return try open(.read, name, below: folder.descriptor, shownAs: folder.path(of: name), flags)
    }

    static func createFile(
        _ name: String,
        in folder: borrowing Handle,
        mode: UInt32
    ) throws(FileSystemError) -> Handle {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW
        let path = folder.path(of: name)
        return try open(.createFile, name, below: folder.descriptor, shownAs: path, flags, mode: mode)
    }

    private static func open(
        _ kind: FileOperation.Kind,
        _ name: String,
        below folder: Int32,
        shownAs path: String,
        _ flags: Int32,
        mode: UInt32 = 0
    ) throws(FileSystemError) -> Handle {
        // Child programs do not inherit the descriptor.
        let descriptor = try check(kind, path) { unsafe openat(folder, name, flags | O_CLOEXEC, mode) }
        return Handle(owning: descriptor, path: path)
    }

    static func createFolder(_ name: String, in folder: borrowing Handle) throws(FileSystemError) {
        let descriptor = folder.descriptor
        _ = try check(.createFolder, folder.path(of: name)) { unsafe mkdirat(descriptor, name, 0o777) }
    }

    static func rename(
        _ name: String,
        in folder: borrowing Handle,
        to newName: String,
        in target: borrowing Handle
    ) throws(FileSystemError) {
        let (source, destination) = (folder.descriptor, target.descriptor)
        _ = try check(.rename, target.path(of: newName)) { unsafe renameat(source, name, destination, newName) }
    }

    /// Renames an entry whose zero-terminated name need not be UTF-8.
    static func rename(_ name: [CChar], in folder: borrowing Handle, to newName: String) throws(FileSystemError) {
        let descriptor = folder.descriptor
        _ = try check(.rename, folder.path(of: newName)) { unsafe renameat(descriptor, name, descriptor, newName) }
    }

    static func link(
        _ name: String,
        in folder: borrowing Handle,
        to newName: String,
        in target: borrowing Handle
    ) throws(FileSystemError) {
        let (source, destination) = (folder.descriptor, target.descriptor)
        _ = try check(.link, target.path(of: newName)) { unsafe linkat(source, name, destination, newName, 0) }
    }

    static func remove(_ name: String, in folder: borrowing Handle, isFolder: Bool) throws(FileSystemError) {
        let descriptor = folder.descriptor
        _ = try check(.remove, folder.path(of: name)) {
            unsafe unlinkat(descriptor, name, isFolder ? AT_REMOVEDIR : 0)
        }
    }

    static func synchronize(_ handle: borrowing Handle) throws(FileSystemError) {
        let descriptor = handle.descriptor
        #if canImport(Darwin)
        // `fsync` on Darwin stops at the drive's cache; it is used only where the file system has no F_FULLFSYNC.
        if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
        #endif
        _ = try check(.synchronize, handle.path) { fsync(descriptor) }
    }

    static func changeMode(_ handle: borrowing Handle, to mode: UInt32) throws(FileSystemError) {
        let descriptor = handle.descriptor
        _ = try check(.changeMode, handle.path) { fchmod(descriptor, mode_t(truncatingIfNeeded: mode)) }
    }

    /// Tries to lock a file, either exclusively or sharing the lock with others.
    static func tryLock(_ handle: borrowing Handle, sharing: Bool = false) -> LockAnswer {
        while flock(handle.descriptor, (sharing ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK: return .heldByAnother
            default: return .unavailable
            }
        }
        return .gained
    }

    static func unlock(_ handle: borrowing Handle) {
        _ = flock(handle.descriptor, LOCK_UN)
    }

    /// Lets this thread wait; a signal can end the wait early.
    static func wait(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        _ = unsafe nanosleep(&time, nil)
    }

    /// Returns the state of a path, links followed.
    static func status(path: String) throws(FileSystemError) -> Status {
        var raw = stat()
        _ = try check(.inspect, path) { unsafe fstatat(AT_FDCWD, path, &raw, 0) }
        return Status(raw)
    }

    /// Returns the state of an entry, links not followed.
    static func status(_ name: String, in folder: borrowing Handle) throws(FileSystemError) -> Status {
        var raw = stat()
        let descriptor = folder.descriptor
        _ = try check(.inspect, folder.path(of: name)) {
            unsafe fstatat(descriptor, name, &raw, AT_SYMLINK_NOFOLLOW)
        }
        return Status(raw)
    }

    static func status(_ handle: borrowing Handle) throws(FileSystemError) -> Status {
        var raw = stat()
        let descriptor = handle.descriptor
        _ = try check(.inspect, handle.path) { unsafe fstat(descriptor, &raw) }
        return Status(raw)
    }

    /// Returns the path without links, `.` and `..`.
    static func resolved(_ path: String) throws(FileSystemError) -> String {
        guard !path.utf8.contains(0) else { throw FileSystemError(.inspect, path, .isInvalidFileName) }
        guard let resolved = unsafe realpath(path, nil) else {
            throw FileSystemError(.inspect, path, .system(errno))
        }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}

extension SystemCalls.Status {
    fileprivate init(_ raw: stat) {
        switch raw.st_mode & S_IFMT {
        case S_IFREG: kind = .regularFile
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .link
        default: kind = .other
        }
        #if canImport(Darwin)
        let changed = raw.st_mtimespec
        #else
        let changed = raw.st_mtim
        #endif
        identity = FileIdentity(device: UInt64(truncatingIfNeeded: raw.st_dev), number: UInt64(raw.st_ino))
        stamp = DirectoryStamp(
            seconds: Int(changed.tv_sec),
            nanoseconds: Int(changed.tv_nsec),
            links: Int(raw.st_nlink),
            size: Int(raw.st_size)
        )
        mode = UInt32(raw.st_mode) & 0o7777
    }
}
