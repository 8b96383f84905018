internal import AzureMLSupport

extension Directory {
    /// Returns the names in this folder in byte order. A name that is not UTF-8 contains U+FFFD and cannot be opened.
    package func names() throws(FileSystemError) -> [String] { try entries().map(\.name) }

    /// Returns the entries of this folder in the byte order of their names.
    package func entries() throws(FileSystemError) -> [DirectoryEntry] {
        try unsortedEntries().sorted(by: DirectoryEntry.isBefore)
    }

    /// Returns the entries of this folder in the order of the file system, for callers that need few of them.
    package func unsortedEntries() throws(FileSystemError) -> [DirectoryEntry] {
        try FileOperation.announce(.list, path)
        return try SystemCalls.entries(in: handle)
    }

    /// Returns the kind of an entry without following links; `nil` when there is no entry of that name.
    package func kind(_ name: String) throws(FileSystemError) -> FileKind? {
        try announce(.inspect, name)
        do {
            return try SystemCalls.status(name, in: handle).kind
        } catch let error where error.isMissing {
            return nil
        }
    }

    /// Returns the state of an entry below this folder, by which a change can be found; `nil` when there is no such
    /// entry.
    ///
    /// A link in place of the entry is not followed. One above it is, so the state is only good for comparing it with
    /// that of an entry whose place is known.
    package func state(_ components: String...) throws(FileSystemError) -> FileState? {
        for component in components { try announce(.inspect, component) }
        do {
            return FileState(try SystemCalls.status(components.joined(separator: "/"), in: handle))
        } catch let error where error.isMissing || error.isNotFolder {
            return nil
        }
    }

    /// Returns the content of a regular file; a link, a folder, a FIFO or a device is an error.
    package func readFile(_ name: String, limit: Int) throws(FileSystemError) -> [UInt8] {
        try readFileAndExecutability(name, limit: limit).content
    }

    /// Returns the content of a regular file, and whether its owner may execute it.
    package func readFileAndExecutability(
        _ name: String,
        limit: Int
    ) throws(FileSystemError) -> (content: [UInt8], isExecutable: Bool) {
        try SystemCalls.readRegularFile(openForReading(name), limit: limit)
    }

    /// Opens an entry for reading; a link is an error.
    func openForReading(_ name: String) throws(FileSystemError) -> SystemCalls.Handle {
        try announce(.read, name)
        do {
            return try SystemCalls.openForReading(name, in: handle)
        } catch {
            throw try self.kind(name) == .link ? FileSystemError(.read, error.path, .isLink) : error
        }
    }

    /// Returns a stamp that changes when the entries of this folder change.
    package func stamp() throws(FileSystemError) -> DirectoryStamp {
        try FileOperation.announce(.inspect, path)
        return FileState(try SystemCalls.status(handle)).stamp
    }

    /// Returns the stamp of a new temporary file in this folder, which has the current time of the file system.
    package func stampOfNewFile() throws(FileSystemError) -> DirectoryStamp {
        let file = try createTemporaryFile(prefix: Self.temporaryPrefix, mode: 0o600)
        return try file.whileLocked { name, handle throws(FileSystemError) in
            try remove(name)
            return FileState(try SystemCalls.status(handle)).stamp
        }
    }
}
