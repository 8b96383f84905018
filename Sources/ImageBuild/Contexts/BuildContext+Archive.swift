internal import AzureMLSupport
internal import AzureMLSystem

extension BuildContext {
    /// Returns the context as a tar file, which engines read from their standard input.
    ///
    /// The same context always gives the same bytes: the entries are sorted and have the permissions `0644` or `0755`,
    /// the owner 0 and the same time.
    ///
    /// - Parameter modificationTime: The time of all entries, in seconds since 1970.
    /// - Returns: The bytes of the tar file.
    public func tar(modificationTime: Int = 0) -> [UInt8] {
        var archive: [UInt8] = []
        archive.reserveCapacity(
            entries.reduce(TarWriter.end.count) { $0 + TarWriter.usualSize(of: $1.content.inArchive) }
        )
        writeTar(modificationTime: modificationTime) { archive += $0 }
        return archive
    }

    /// The SHA-256 of ``tar(modificationTime:)`` with the time 0, in 64 hexadecimal digits.
    public var contentHash: String {
        var hash = ContentHash()
        writeTar(modificationTime: 0) { hash.update($0) }
        return hash.hex
    }

    /// Writes the tar file in pieces, so that it need not be in memory as a whole.
    func writeTar(modificationTime: Int, to write: ([UInt8]) throws -> Void) rethrows {
        for entry in entries {
            let archived = TarEntry(
                path: entry.path,
                content: entry.content.inArchive,
                mode: entry.content.mode,
                modificationTime: modificationTime
            )
            try TarWriter.write(archived, to: write)
        }
        try write(TarWriter.end)
    }
}

extension BuildContext.Entry.Content {
    /// The permissions of the entry, the same on every machine.
    var mode: UInt16 {
        switch self {
        case .file(_, let isExecutable): isExecutable ? 0o755 : 0o644
        case .folder: 0o755
        case .link: 0o777
        }
    }

    fileprivate var inArchive: TarEntry.Content {
        switch self {
        case .file(let bytes, _): .file(bytes)
        case .folder: .folder
        case .link(let target): .link(target)
        }
    }
}
