internal import AzureMLSupport

extension Directory {
    /// The names in this folder in byte order; one that is no UTF-8 shows U+FFFD and cannot be opened.
    package func names() throws(FileSystemError) -> [String] { try entries().map(\.name) }

    /// What this folder holds, in the byte order of the names.
    package func entries() throws(FileSystemError) -> [DirectoryEntry] {
        try FileOperation.announce(.list, path)
        return try SystemCalls.sorted(SystemCalls.entries(in: handle))
    }

    /// What a name of this folder is, links not followed; `nil` when there is nothing.
    package func kind(_ name: String) throws(FileSystemError) -> FileKind? {
        try announce(.inspect, name)
        do {
            return try SystemCalls.status(name, in: handle).kind
        } catch let error where error.isMissing {
            return nil
        }
    }

    /// The content of a regular file; a link, a folder, a FIFO or a device is an error.
    package func readFile(_ name: String, limit: Int) throws(FileSystemError) -> [UInt8] {
        try readFileAndExecutability(name, limit: limit).content
    }

    /// The content of a regular file, and whether its owner may run it.
    package func readFileAndExecutability(
        _ name: String,
        limit: Int
    ) throws(FileSystemError) -> (content: [UInt8], isExecutable: Bool) {
        try SystemCalls.readRegularFile(openForReading(name), limit: limit)
    }

    /// Opens what is not a link.
    func openForReading(_ name: String) throws(FileSystemError) -> SystemCalls.Handle {
        try announce(.read, name)
        do {
            return try SystemCalls.openForReading(name, in: handle)
        } catch {
            throw try self.kind(name) == .link ? FileSystemError(.read, error.path, .isLink) : error
        }
    }

    /// What tells whether the entries of this folder changed.
    package func stamp() throws(FileSystemError) -> DirectoryStamp {
        try FileOperation.announce(.inspect, path)
        return try SystemCalls.status(handle).stamp
    }
}
