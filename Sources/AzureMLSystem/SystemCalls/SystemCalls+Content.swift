#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The system calls that read and write the content of files.
extension SystemCalls {
    /// The content of a regular file, and whether its owner may run it.
    static func readRegularFile(
        _ handle: borrowing Handle,
        limit: Int
    ) throws(FileSystemError) -> (content: [UInt8], isExecutable: Bool) {
        let status = try status(handle)
        guard status.kind == .regularFile else { throw FileSystemError(.read, handle.path, .isNotRegularFile) }
        let content = try readAll(handle, size: status.stamp.size, limit: limit)
        return (content, status.mode & 0o100 != 0)
    }

    /// The whole content, refused when it has more bytes than the limit; before anything is read when its size says so.
    private static func readAll(
        _ handle: borrowing Handle,
        size: Int,
        limit: Int
    ) throws(FileSystemError) -> [UInt8] {
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
        of handle: borrowing Handle,
        count wanted: Int,
        size: Int? = nil
    ) throws(FileSystemError) -> [UInt8] {
        let descriptor = handle.descriptor
        var failure: Int32?
        let content = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted, filled != size {
                let count = unsafe read(descriptor, buffer.baseAddress?.advanced(by: filled), wanted - filled)
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

    static func writeAll(_ bytes: [UInt8], to handle: borrowing Handle) throws(FileSystemError) {
        let descriptor = handle.descriptor
        var position = 0
        while position < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(descriptor, $0.baseAddress?.advanced(by: position), $0.count - position)
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
