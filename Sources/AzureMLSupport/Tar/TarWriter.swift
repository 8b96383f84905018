/// Writes tar archives piece by piece: the same entries are the same bytes everywhere.
package enum TarWriter {
    /// Hands the archive on in pieces, so that it need not be in memory as a whole.
    ///
    /// - Parameters:
    ///   - entries: The entries in the order of the archive.
    ///   - write: Takes the next bytes.
    package static func write(
        _ entries: some Sequence<TarEntry>,
        to write: ([UInt8]) throws -> Void
    ) rethrows {
        for entry in entries {
            try write(TarHeader.blocks(for: entry))
            guard case .file(let bytes) = entry.content, !bytes.isEmpty else { continue }
            try write(bytes)
            let padding = TarHeader.padding(behind: bytes.count)
            if !padding.isEmpty { try write(padding) }
        }
        // Two empty blocks end an archive.
        try write([UInt8](repeating: 0, count: 2 * TarHeader.blockSize))
    }
}
