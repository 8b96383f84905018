/// A regular file that is open for reading, because it can be too large to be in memory as a whole.
package final class OpenFile: Sendable {
    private let handle: SystemCalls.Handle
    /// How many bytes it had when it was opened.
    package let size: Int

    init(_ handle: consuming SystemCalls.Handle) throws(FileSystemError) {
        let status = try SystemCalls.status(handle)
        guard status.kind == .regularFile else { throw FileSystemError(.read, handle.path, .isNotRegularFile) }
        size = status.stamp.size
        self.handle = handle
    }

    /// The next bytes: as many as asked for, fewer at the end only.
    package func read(_ count: Int) throws(FileSystemError) -> [UInt8] {
        try SystemCalls.readPiece(of: handle, count: count)
    }

    /// Hands all bytes that follow on in pieces.
    package func readPieces(_ visit: ([UInt8]) throws -> Void) throws {
        while true {
            let piece = try read(1 << 20)
            if piece.isEmpty { return }
            try visit(piece)
        }
    }
}
