internal import AzureMLSupport

/// Reads untrusted tar files member by member: only regular files and folders, in the formats of POSIX (ustar, pax)
/// and GNU tar.
///
/// Paths stay inside the tar file: they are relative and contain no `..`. Repeated paths are left to the caller.
package struct TarReader {
    /// The limits on the size of a tar file.
    package struct Limits: Sendable {
        package var members = 2_000_000
        /// The size of all contents together.
        package var bytes = 64 << 30

        package init() {}
    }

    private static let maximumExtendedHeader = 1 << 20

    private let limits: Limits
    private let readBytes: (Int) throws -> [UInt8]
    /// The position of the next block.
    private var offset = 0
    private var memberOffset = 0
    private var memberCount = 0
    private var byteCount = 0
    /// The member whose content comes next, and the number of its bytes that are not read yet.
    private var current: (path: [UInt8], unread: Int, padding: Int) = ([], 0, 0)
    private var isAtEnd = false

    /// Makes a reader for a tar file.
    ///
    /// - Parameters:
    ///   - limits: The limits on its size.
    ///   - read: Returns the next bytes: as many as requested, fewer only at the end of the tar file.
    package init(limits: Limits = Limits(), reading read: @escaping (Int) throws -> [UInt8]) {
        self.limits = limits
        readBytes = read
    }

    /// Reads the next header, and skips unread content before it.
    ///
    /// - Returns: A file or a folder; `nil` at the end.
    /// - Throws: ``TarError`` when the tar file is damaged or too large, or contains an entry that is not allowed; any
    ///   error that reading throws.
    package mutating func next() throws -> TarMember? {
        try readContent { _ in }
        while !isAtEnd {
            memberOffset = offset
            guard var header = try readHeader() else {
                try readEnd()
                return nil
            }
            var records = PaxRecords()
            if let form = PaxRecords.Form(type: header.type) {
                records = try readRecords(of: header, form)
                guard let described = try readHeader() else { throw failure(.truncated, header.path) }
                header = described
            }
            if let member = try begin(header, records) { return member }
        }
        return nil
    }

    /// Passes the content of the current member on in pieces, so that a false size does not cost memory.
    ///
    /// - Parameter visit: Receives the next piece.
    /// - Throws: ``TarError`` when the tar file ends too early; any error that reading or `visit` throws.
    package mutating func readContent(_ visit: ([UInt8]) throws -> Void) throws {
        while current.unread > 0 {
            let piece = try readBytes(min(current.unread, 1 << 20))
            guard !piece.isEmpty else { throw failure(.truncated, current.path) }
            current.unread -= piece.count
            offset += piece.count
            try visit(piece)
        }
        guard try readBytes(current.padding).count == current.padding else { throw failure(.truncated, current.path) }
        offset += current.padding
        current.padding = 0
    }

    /// Starts a member after its headers are read; returns `nil` for the root folder of the tar file.
    private mutating func begin(_ header: TarHeaderFields, _ records: PaxRecords) throws -> TarMember? {
        let written = records.path ?? header.path
        let isFolder = header.type == TarType.folder
        guard isFolder || header.type == TarType.file || header.type == 0 else {
            throw failure(.kind(TarHeaderFields.kindText(header.type)), written)
        }
        if records.isSparse { throw failure(.kind("a sparse file"), written) }
        guard let size = records.size ?? header.size else { throw failure(.number, written) }
        guard !isFolder || size == 0 else { throw failure(.kind("a folder with content"), written) }
        let path: String
        do {
            path = try TarPath.checked(written, isFolder: isFolder)
        } catch {
            throw failure(error, written)
        }
        memberCount += 1
        guard memberCount <= limits.members else { throw failure(.tooManyMembers(limit: limits.members), written) }
        guard size <= limits.bytes - byteCount else { throw failure(.tooLarge(limit: limits.bytes), written) }
        byteCount += size
        if path.isEmpty { return nil }
        expect(size, of: written)
        return TarMember(
            path: path,
            kind: isFolder ? .folder : .file(size: size),
            mode: header.mode,
            modificationTime: header.modificationTime
        )
    }

    private mutating func expect(_ size: Int, of path: [UInt8]) {
        current = (path, size, TarHeader.padding(after: size).count)
    }

    private func failure(_ reason: TarError.Reason, _ path: [UInt8]?) -> TarError {
        TarError(reason: reason, entry: path.map { String(decoding: $0, as: UTF8.self) }, offset: memberOffset)
    }

    /// Reads the next header; returns `nil` for an empty block.
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

    private mutating func readRecords(of header: TarHeaderFields, _ form: PaxRecords.Form) throws -> PaxRecords {
        guard let size = header.size, size <= Self.maximumExtendedHeader else { throw failure(.record, header.path) }
        var content: [UInt8] = []
        expect(size, of: header.path)
        try readContent { content += $0 }
        do {
            return try PaxRecords(content, form)
        } catch {
            throw failure(error, header.path)
        }
    }

    /// Reads the rest of the tar file after its first empty block. A second empty block ends the tar file, and only
    /// empty blocks may follow, because other readers could continue there.
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
