/// Writes tar files piece by piece. The same entries give the same bytes on every machine.
package enum TarWriter {
    /// Passes the tar file to `write` in pieces, so that it need not fit into memory.
    ///
    /// - Parameters:
    ///   - entries: The entries in the order of the tar file.
    ///   - write: Receives the next bytes.
    package static func write(
        _ entries: some Sequence<TarEntry>,
        to write: ([UInt8]) throws -> Void
    ) rethrows {
        for entry in entries { try Self.write(entry, to: write) }
        try write(end)
    }

    /// Passes one entry to `write`, for archives whose entries are produced one at a time.
    package static func write(_ entry: TarEntry, to write: ([UInt8]) throws -> Void) rethrows {
        try Self.write(entry.member, to: write) {
            if !entry.bytes.isEmpty { try write(entry.bytes) }
        }
    }

    /// Passes on a file whose content is produced piece by piece.
    ///
    /// - Parameters:
    ///   - member: The values of the header, with the total size of the pieces.
    ///   - write: Receives the next bytes.
    ///   - writeContent: Passes the pieces to the same `write`.
    package static func write(
        _ member: TarMember,
        to write: ([UInt8]) throws -> Void,
        _ writeContent: () throws -> Void
    ) rethrows {
        try write(TarHeader.blocks(for: member))
        try writeContent()
        guard case .file(let size) = member.kind else { return }
        let padding = TarHeader.padding(after: size)
        if !padding.isEmpty { try write(padding) }
    }

    /// Returns the size in the tar file of an entry whose values fit into one header block.
    package static func usualSize(of content: TarEntry.Content) -> Int {
        guard case .file(let bytes) = content else { return TarHeader.blockSize }
        return TarHeader.blockSize + bytes.count + TarHeader.paddingSize(after: bytes.count)
    }

    /// The two empty blocks that follow the last entry.
    package static let end = [UInt8](repeating: 0, count: 2 * TarHeader.blockSize)
}
