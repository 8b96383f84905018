extension Directory {
    /// The names in this folder in byte order; one that is no UTF-8 shows U+FFFD and cannot be opened.
    package func names() throws(FileSystemError) -> [String] {
        try FileOperation.announce(.list, path)
        return try SystemCalls.names(in: handle).map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// What a name of this folder is, links not followed; `nil` when there is nothing.
    package func kind(_ name: String) throws(FileSystemError) -> FileKind? {
        _ = try announce(.inspect, name)
        do {
            return try SystemCalls.status(name, in: handle, following: false).kind
        } catch let error where error.isMissing {
            return nil
        }
    }

    /// The content of a regular file; a link, a folder, a FIFO or a device is an error.
    package func readFile(_ name: String, limit: Int) throws(FileSystemError) -> [UInt8] {
        let file = try openForReading(name)
        defer { SystemCalls.close(file) }
        return try file.readRegularFile(limit: limit)
    }

    /// Opens what is no link; the caller closes it.
    func openForReading(_ name: String) throws(FileSystemError) -> SystemCalls.Handle {
        let path = try announce(.read, name)
        do {
            return try SystemCalls.openForReading(name, in: handle, following: false)
        } catch {
            throw try self.kind(name) == .link ? FileSystemError(.read, path, .isLink) : error
        }
    }

    /// What tells whether the entries of this folder changed.
    package func stamp() throws(FileSystemError) -> DirectoryStamp {
        try FileOperation.announce(.inspect, path)
        return try SystemCalls.status(handle).stamp
    }
}

extension SystemCalls.Handle {
    func readRegularFile(limit: Int) throws(FileSystemError) -> [UInt8] {
        let status = try SystemCalls.status(self)
        guard status.kind == .regularFile else { throw FileSystemError(.read, path, .isNotRegularFile) }
        return try SystemCalls.readAll(self, size: status.stamp.size, limit: limit)
    }
}
