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
        for entry in entries { try Self.write(entry, to: write) }
        try write(end)
    }

    /// Hands one entry on, for archives whose entries are made one after the other.
    package static func write(_ entry: TarEntry, to write: ([UInt8]) throws -> Void) rethrows {
        try Self.write(entry.member, to: write) {
            if !entry.bytes.isEmpty { try write(entry.bytes) }
        }
    }

    /// Hands on a file whose content is made piece by piece.
    ///
    /// - Parameters:
    ///   - member: What the header says, with the size that the pieces have together.
    ///   - write: Takes the next bytes.
    ///   - writeContent: Hands the pieces on to the same function.
    package static func write(
        _ member: TarMember,
        to write: ([UInt8]) throws -> Void,
        _ writeContent: () throws -> Void
    ) rethrows {
        try write(TarHeader.blocks(for: member))
        try writeContent()
        guard case .file(let size) = member.kind else { return }
        let padding = TarHeader.padding(behind: size)
        if !padding.isEmpty { try write(padding) }
    }

    /// How many bytes an entry takes whose values fit into one header block.
    package static func usualSize(of content: TarEntry.Content) -> Int {
        guard case .file(let bytes) = content else { return TarHeader.blockSize }
        return TarHeader.blockSize + bytes.count + TarHeader.paddingSize(behind: bytes.count)
    }

    /// What follows the last entry: two empty blocks.
    package static let end = [UInt8](repeating: 0, count: 2 * TarHeader.blockSize)
}
