#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import AzureMLSupport
internal import Musl
#else
internal import Darwin
#endif

/// The system calls that list a folder, and the order of what it holds.
extension SystemCalls {
    /// Whether the bytes of a text come before those of another one; what follows a zero byte does not count.
    static func isBefore(_ left: String, _ right: String) -> Bool {
        unsafe left.withCString { left in unsafe right.withCString { right in unsafe strcmp(left, right) < 0 } }
    }

    /// What is in a folder, unsorted.
    static func entries(in folder: Handle) throws(FileSystemError) -> [DirectoryEntry] {
        // The stream owns its descriptor and its position, so it gets one of its own.
        let descriptor = try check(.list, folder.path) {
            unsafe openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        guard let stream = unsafe fdopendir(descriptor) else {
            let code = errno
            close(Handle(descriptor: descriptor, path: folder.path))
            throw FileSystemError(.list, folder.path, .system(code))
        }
        defer { unsafe closedir(stream) }
        var entries: [DirectoryEntry] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                guard errno == 0 else { throw FileSystemError(.list, folder.path, .system(errno)) }
                return entries
            }
            let found = unsafe DirectoryEntry(entry)
            if found.name != ".", found.name != ".." { entries.append(found) }
        }
    }
}

extension DirectoryEntry {
    fileprivate init(_ entry: UnsafeMutablePointer<dirent>) {
        (name, unreadableName) = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
            unsafe $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                if let text = unsafe String(validatingCString: $0) { return (text, nil) }
                let characters = unsafe Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
                return unsafe (String(cString: $0), characters)
            }
        }
        switch unsafe Int(entry.pointee.d_type) {
        case Int(DT_REG): kind = .regularFile
        case Int(DT_DIR): kind = .folder
        case Int(DT_LNK): kind = .link
        case Int(DT_UNKNOWN): kind = nil
        default: kind = .other
        }
    }
}
