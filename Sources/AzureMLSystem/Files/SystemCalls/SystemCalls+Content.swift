#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The system calls that read and write the content of files.
extension SystemCalls {
    /// Returns the content of a regular file, and whether its owner may execute it.
    static func readRegularFile(
        _ handle: borrowing Handle,
        limit: Int
    ) throws(FileSystemError) -> (content: [UInt8], isExecutable: Bool) {
        let status = try status(handle)
        guard status.kind == .regularFile else { throw FileSystemError(.read, handle.path, .isNotRegularFile) }
        let content = try readAll(handle, size: status.stamp.size, limit: limit)
        return (content, status.mode & 0o100 != 0)
    }

    /// Reads the whole content. Throws when it exceeds the limit, before reading anything if the reported size does.
    private static func readAll(
        _ handle: borrowing Handle,
        size: Int,
        limit: Int
    ) throws(FileSystemError) -> [UInt8] {
        let tooLarge = FileSystemError(.read, handle.path, .isTooLarge(limit: limit))
        guard size <= limit else { throw tooLarge }
        var content: [UInt8] = []
        if size > 0 {
            // One byte more than the size is requested: a call that returns fewer bytes than requested is at the end.
            content = try readPiece(of: handle, count: size + 1, size: size)
            if content.count <= size { return content }
        }
        // The file grew, or it is a file of the system itself, such as one in /proc, whose size is reported as 0.
        let pieceSize = 65_536
        while true {
            let piece = try readPiece(of: handle, count: pieceSize)
            guard content.count + piece.count <= limit else { throw tooLarge }
            content += piece
            if piece.count < pieceSize { return content }
        }
    }

    /// Reads `wanted` bytes, and fewer only at the end of the file or once `size` bytes are read.
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
