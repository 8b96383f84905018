#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import AzureMLSupport
internal import Musl
#else
internal import Darwin
#endif

/// The system calls behind the file-system layer: the only place that handles pointers.
enum SystemCalls {
    /// What a path is, without following a link in its last component unless asked to.
    struct Status {
        var kind: FileKind
        var identity: FileIdentity
        var stamp: DirectoryStamp
        var mode: UInt32
    }

    static func text(of code: Int32) -> String {
        unsafe String(cString: strerror(code))
    }

    /// Repeats a call that a signal interrupted; -1 means failure.
    static func check(
        _ kind: FileOperation.Kind,
        _ path: String,
        _ call: () -> Int32
    ) throws(FileSystemError) -> Int32 {
        // What the system would read of it has to be the whole path.
        guard unsafe path.withCString({ unsafe strlen($0) }) == path.utf8.count else {
            throw FileSystemError(kind, path, .isNoFileName)
        }
        while true {
            let result = call()
            if result >= 0 { return result }
            let code = errno
            if code != EINTR { throw FileSystemError(kind, path, .system(code)) }
        }
    }

    /// The path that one component below an open folder has in messages; absolute paths stand for themselves.
    static func shown(_ name: String, _ folder: Handle?) -> String {
        guard let folder else { return name }
        return folder.path.hasSuffix("/") ? folder.path + name : "\(folder.path)/\(name)"
    }

    /// An open descriptor and the path that messages name.
    struct Handle: Sendable {
        let descriptor: Int32
        let path: String
    }

    static func openFolder(_ name: String, in folder: Handle?, following: Bool) throws(FileSystemError) -> Handle {
        let path = shown(name, folder)
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (following ? 0 : O_NOFOLLOW)
        let descriptor = try check(.openFolder, path) {
            unsafe openat(folder?.descriptor ?? AT_FDCWD, name, flags)
        }
        return Handle(descriptor: descriptor, path: path)
    }

    /// Opens so that a lock can be gained: a network file system asks the server only for what may be written.
    static func openForLocking(_ name: String, in folder: Handle) throws(FileSystemError) -> Handle {
        let path = shown(name, folder)
        let flags = O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW
        let descriptor = try check(.read, path) { unsafe openat(folder.descriptor, name, flags) }
        return Handle(descriptor: descriptor, path: path)
    }

    /// Opens for reading without waiting for a writer of a FIFO.
    static func openForReading(_ name: String, in folder: Handle?, following: Bool) throws(FileSystemError) -> Handle {
        let path = shown(name, folder)
        let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (following ? 0 : O_NOFOLLOW)
        let descriptor = try check(.read, path) { unsafe openat(folder?.descriptor ?? AT_FDCWD, name, flags) }
        return Handle(descriptor: descriptor, path: path)
    }

    static func createFile(_ name: String, in folder: Handle, mode: UInt32) throws(FileSystemError) -> Handle {
        let path = shown(name, folder)
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = try check(.createFile, path) { unsafe openat(folder.descriptor, name, flags, mode) }
        return Handle(descriptor: descriptor, path: path)
    }

    static func close(_ handle: Handle) {
        #if canImport(Glibc)
        _ = Glibc.close(handle.descriptor)
        #elseif canImport(Musl)
        _ = Musl.close(handle.descriptor)
        #else
        _ = Darwin.close(handle.descriptor)
        #endif
    }

    static func createFolder(_ name: String, in folder: Handle?) throws(FileSystemError) {
        let path = shown(name, folder)
        _ = try check(.createFolder, path) { unsafe mkdirat(folder?.descriptor ?? AT_FDCWD, name, 0o777) }
    }

    static func rename(_ name: String, in folder: Handle, to newName: String, in target: Handle)
        throws(FileSystemError)
    {
        _ = try check(.rename, shown(newName, target)) {
            unsafe renameat(folder.descriptor, name, target.descriptor, newName)
        }
    }

    /// Moves an entry whose name, closed by a zero byte, need not be UTF-8.
    static func rename(_ name: [CChar], in folder: Handle, to newName: String) throws(FileSystemError) {
        _ = try check(.rename, shown(newName, folder)) {
            unsafe renameat(folder.descriptor, name, folder.descriptor, newName)
        }
    }

    static func link(_ name: String, in folder: Handle, to newName: String, in target: Handle) throws(FileSystemError) {
        _ = try check(.link, shown(newName, target)) {
            unsafe linkat(folder.descriptor, name, target.descriptor, newName, 0)
        }
    }

    static func remove(_ name: String, in folder: Handle, isFolder: Bool) throws(FileSystemError) {
        _ = try check(.remove, shown(name, folder)) {
            unsafe unlinkat(folder.descriptor, name, isFolder ? AT_REMOVEDIR : 0)
        }
    }

    static func synchronize(_ handle: Handle) throws(FileSystemError) {
        #if canImport(Darwin)
        // There `fsync` stops at the drive's own memory; some file systems know nothing better, though.
        if fcntl(handle.descriptor, F_FULLFSYNC) == 0 { return }
        #endif
        _ = try check(.synchronize, handle.path) { fsync(handle.descriptor) }
    }

    static func changeMode(_ handle: Handle, to mode: UInt32) throws(FileSystemError) {
        _ = try check(.changeMode, handle.path) { fchmod(handle.descriptor, mode_t(truncatingIfNeeded: mode)) }
    }

    /// Locks a file alone, or together with all who share its lock.
    static func tryLock(_ handle: Handle, sharing: Bool = false) -> LockAnswer {
        while flock(handle.descriptor, (sharing ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK: return .heldByAnother
            default: return .unavailable
            }
        }
        return .gained
    }

    static func status(_ name: String, in folder: Handle?, following: Bool) throws(FileSystemError) -> Status {
        var raw = stat()
        let flags = following ? 0 : AT_SYMLINK_NOFOLLOW
        _ = try check(.inspect, shown(name, folder)) {
            unsafe fstatat(folder?.descriptor ?? AT_FDCWD, name, &raw, flags)
        }
        return Status(raw)
    }

    static func status(_ handle: Handle) throws(FileSystemError) -> Status {
        var raw = stat()
        _ = try check(.inspect, handle.path) { unsafe fstat(handle.descriptor, &raw) }
        return Status(raw)
    }

    /// The path without links, `.` and `..`.
    static func resolved(_ path: String) throws(FileSystemError) -> String {
        guard !path.utf8.contains(0) else { throw FileSystemError(.inspect, path, .isNoFileName) }
        guard let resolved = unsafe realpath(path, nil) else {
            throw FileSystemError(.inspect, path, .system(errno))
        }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// The whole content, refused when it has more bytes than the limit; before anything is read when its size says so.
    static func readAll(_ handle: Handle, size: Int, limit: Int) throws(FileSystemError) -> [UInt8] {
        let tooLarge = FileSystemError(.read, handle.path, .isTooLarge(limit: limit))
        guard size <= limit else { throw tooLarge }
        var content: [UInt8] = []
        if size > 0 {
            // One byte more than there should be, since a call that gives fewer than asked for shows the end.
            content = try readPiece(of: handle, count: size + 1, size: size)
            if content.count <= size { return content }
        }
        // It grew, or is one of the system's own files, which say that they have no bytes.
        let pieceSize = 65_536
        while true {
            let piece = try readPiece(of: handle, count: pieceSize)
            guard content.count + piece.count <= limit else { throw tooLarge }
            content += piece
            if piece.count < pieceSize { return content }
        }
    }

    /// As many bytes as asked for, fewer at the end of the file only, or when they are as many as its size says.
    static func readPiece(
        of handle: Handle,
        count wanted: Int,
        size: Int? = nil
    ) throws(FileSystemError) -> [UInt8] {
        var failure: Int32?
        let content = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted, filled != size {
                let count = unsafe read(handle.descriptor, buffer.baseAddress?.advanced(by: filled), wanted - filled)
                if count == 0 { return }
                if count < 0 {
                    if errno == EINTR { continue }
                    failure = errno
                    return
                }
                filled += count
            }
        }
        if let failure { throw FileSystemError(.read, handle.path, .system(failure)) }
        return content
    }

    static func writeAll(_ bytes: [UInt8], to handle: Handle) throws(FileSystemError) {
        var position = 0
        while position < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(handle.descriptor, $0.baseAddress?.advanced(by: position), $0.count - position)
            }
            if count < 0 {
                let code = errno
                if code == EINTR { continue }
                throw FileSystemError(.write, handle.path, .system(code))
            }
            position += count
        }
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
