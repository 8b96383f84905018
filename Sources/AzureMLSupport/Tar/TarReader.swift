/// Reads tar archives of strangers, entry by entry: regular files and folders in the formats ustar and pax, nothing else.
///
/// Paths stay inside: they are relative, have no `..`, and none comes twice or lies below a file.
package struct TarReader {
    /// What an archive may hold.
    package struct Limits: Sendable {
        package var entries = 2_000_000
        /// Of all contents together.
        package var bytes = 64 << 30

        package init() {}
    }

    private static let greatestExtendedHeader = 1 << 20

    private let limits: Limits
    private let readBytes: (Int) throws -> [UInt8]
    /// Where the next block begins.
    private var offset = 0
    private var entryOffset = 0
    private var entryCount = 0
    private var byteCount = 0
    private var paths = TarPaths()
    private var isAtEnd = false

    /// Begins an archive.
    ///
    /// - Parameters:
    ///   - limits: What it may hold.
    ///   - read: Gives the next bytes, as many as asked for; fewer at the end of the archive only.
    package init(limits: Limits = Limits(), reading read: @escaping (Int) throws -> [UInt8]) {
        self.limits = limits
        readBytes = read
    }

    /// Reads the next entry.
    ///
    /// - Returns: A file or a folder; `nil` at the end.
    /// - Throws: ``TarError`` when the archive is damaged or holds what it may not; what reading throws.
    package mutating func next() throws -> TarEntry? {
        while !isAtEnd {
            entryOffset = offset
            guard var header = try readHeader() else {
                try readEnd()
                return nil
            }
            var records = PaxRecords()
            if header.type == UInt8(ascii: "x") {
                records = try readRecords(of: header)
                guard let described = try readHeader() else { throw failure(.truncated, header.path) }
                header = described
            }
            if let entry = try readEntry(header, records) { return entry }
        }
        return nil
    }

    /// Reads an entry behind its headers; `nil` for the folder that the archive was made of.
    private mutating func readEntry(_ header: TarHeaderFields, _ records: PaxRecords) throws -> TarEntry? {
        let written = records.path ?? header.path
        let isFolder = header.type == UInt8(ascii: "5")
        guard isFolder || header.type == UInt8(ascii: "0") || header.type == 0 else {
            throw failure(.kind(TarHeaderFields.kindText(header.type)), written)
        }
        if records.isSparse { throw failure(.kind("a sparse file"), written) }
        guard let size = records.size ?? header.size else { throw failure(.number, written) }
        guard !isFolder || size == 0 else { throw failure(.kind("a folder with content"), written) }
        let path: String
        do {
            path = try TarPaths.checked(written, isFolder: isFolder)
        } catch {
            throw failure(error, written)
        }
        entryCount += 1
        guard entryCount <= limits.entries else { throw failure(.tooManyEntries(limit: limits.entries), written) }
        guard size <= limits.bytes - byteCount else { throw failure(.tooLarge(limit: limits.bytes), written) }
        byteCount += size
        if path.isEmpty { return nil }
        do {
            try paths.insert(path, isFolder: isFolder)
        } catch {
            throw failure(error, written)
        }
        let content = isFolder ? TarEntry.Content.folder : .file(try readContent(size, of: written))
        return TarEntry(path: path, content: content, mode: header.mode, modificationTime: header.modificationTime)
    }

    private func failure(_ reason: TarError.Reason, _ path: [UInt8]?) -> TarError {
        TarError(reason: reason, entry: path.map { String(decoding: $0, as: UTF8.self) }, offset: entryOffset)
    }

    /// The next header; `nil` for an empty block.
    private mutating func readHeader() throws -> TarHeaderFields? {
        let block = try readBytes(TarHeader.blockSize)
        offset += block.count
        guard block.count == TarHeader.blockSize else { throw failure(.truncated, nil) }
        if block.allSatisfy({ $0 == 0 }) { return nil }
        do {
            return try TarHeaderFields(block)
        } catch {
            throw failure(error, nil)
        }
    }

    private mutating func readRecords(of header: TarHeaderFields) throws -> PaxRecords {
        guard let size = header.size, size <= Self.greatestExtendedHeader else { throw failure(.record, header.path) }
        let content = try readContent(size, of: header.path)
        do {
            return try PaxRecords(content)
        } catch {
            throw failure(error, header.path)
        }
    }

    /// Reads in pieces, so that a size that is not true costs no memory.
    private mutating func readContent(_ size: Int, of path: [UInt8]) throws -> [UInt8] {
        let padding = (TarHeader.blockSize - size % TarHeader.blockSize) % TarHeader.blockSize
        var content: [UInt8] = []
        while content.count < size {
            let piece = try readBytes(min(size - content.count, 1 << 20))
            guard !piece.isEmpty else { throw failure(.truncated, path) }
            content += piece
        }
        guard try readBytes(padding).count == padding else { throw failure(.truncated, path) }
        offset += size + padding
        return content
    }

    /// Two empty blocks end an archive, and nothing but empty blocks may follow: other readers could go on there.
    private mutating func readEnd() throws {
        guard try readHeader() == nil else { throw failure(.trailingData, nil) }
        while true {
            let rest = try readBytes(1 << 16)
            if rest.isEmpty { break }
            guard rest.allSatisfy({ $0 == 0 }) else { throw failure(.trailingData, nil) }
        }
        isAtEnd = true
    }
}
