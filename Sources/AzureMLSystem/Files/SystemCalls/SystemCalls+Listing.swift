#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The system calls that list a folder.
extension SystemCalls {
    /// The entries of a folder, unsorted.
    static func entries(in folder: borrowing Handle) throws(FileSystemError) -> [DirectoryEntry] {
        let stream = try DirectoryStream(folder)
        var entries: [DirectoryEntry] = []
        while let found = try stream.next() {
            if found.name != ".", found.name != ".." { entries.append(found) }
        }
        return entries
    }

    /// Whether a name precedes another one in byte order.
    ///
    /// Names contain no zero byte, so that `strcmp` can compare them: in a folder of 100,000 entries it takes a quarter
    /// of the time of comparing Swift strings byte by byte.
    static func precedes(_ left: String, _ right: String) -> Bool {
        unsafe left.withCString { left in
            unsafe right.withCString { right in unsafe strcmp(left, right) < 0 }
        }
    }

    /// A listing in progress, with its own file descriptor and position.
    @safe private struct DirectoryStream: ~Copyable {
        #if canImport(Darwin)
        private let stream: UnsafeMutablePointer<DIR>
        #else
        private let stream: OpaquePointer
        #endif
        private let path: String

        init(_ folder: borrowing Handle) throws(FileSystemError) {
            path = folder.path
            let parent = folder.descriptor
            let descriptor = Descriptor(
                owning: try check(.list, path) { unsafe openat(parent, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
            )
            guard let stream = unsafe fdopendir(descriptor.number) else {
                // The error number is saved first, because closing the descriptor can change it.
                let code = errno
                throw FileSystemError(.list, path, .system(code))
            }
            // `closedir` closes the descriptor.
            _ = descriptor.release()
            unsafe self.stream = unsafe stream
        }

        deinit {
            unsafe closedir(stream)
        }

        func next() throws(FileSystemError) -> DirectoryEntry? {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                guard errno == 0 else { throw FileSystemError(.list, path, .system(errno)) }
                return nil
            }
            return unsafe Self.entry(entry)
        }

        private static func entry(_ raw: UnsafeMutablePointer<dirent>) -> DirectoryEntry {
            let (name, unreadableName) = unsafe withUnsafePointer(to: &raw.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    if let text = unsafe String(validatingCString: $0) { return (text, nil as [CChar]?) }
                    let characters = unsafe Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
                    return unsafe (String(cString: $0), characters)
                }
            }
            return unsafe DirectoryEntry(name: name, unreadableName: unreadableName, kind: kind(of: raw.pointee))
        }

        /// Returns the kind of an entry; `nil` when the file system does not report it in a listing.
        private static func kind(of raw: dirent) -> FileKind? {
            switch Int(raw.d_type) {
            case Int(DT_REG): .regularFile
            case Int(DT_DIR): .folder
            case Int(DT_LNK): .link
            case Int(DT_UNKNOWN): nil
            default: .other
            }
        }
    }
}
