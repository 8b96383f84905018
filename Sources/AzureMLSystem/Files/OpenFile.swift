/// A regular file that is open for reading in pieces, because it can be too large for memory.
package final class OpenFile: Sendable {
    private let handle: SystemCalls.Handle
    /// The size in bytes when the file was opened.
    package let size: Int

    init(_ handle: consuming SystemCalls.Handle) throws(FileSystemError) {
        let status = try SystemCalls.status(handle)
        guard status.kind == .regularFile else { throw FileSystemError(.read, handle.path, .isNotRegularFile) }
        size = status.stamp.size
        self.handle = handle
    }

    /// Reads the next bytes: as many as requested, fewer only at the end.
    package func read(_ count: Int) throws(FileSystemError) -> [UInt8] {
        try SystemCalls.readPiece(of: handle, count: count)
    }

    /// Reads the rest of the file and passes it to `visit` in pieces.
    package func readPieces(_ visit: ([UInt8]) throws -> Void) throws {
        while true {
            let piece = try read(1 << 20)
            if piece.isEmpty { return }
            try visit(piece)
        }
    }
}
