internal import AzureMLSupport

extension Directory {
    /// Opens a regular file for reading; a link, a folder, a FIFO or a device is an error.
    package func openFile(_ name: String) throws(FileSystemError) -> OpenFile {
        try OpenFile(openForReading(name))
    }

    /// Makes a new file whose content is produced piece by piece, and saves it to disk; a taken name is an error.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - makeContent: Produces the content and passes each piece to `write`.
    /// - Throws: ``FileSystemError`` when the name is taken or the disk is full; any error that `makeContent` throws.
    package func writeFile(
        _ name: String,
        _ makeContent: (_ write: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        try createFile(name).fill(makeContent)
    }

    /// Makes or replaces a file in one step, with content that is produced piece by piece.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - isReplacing: Whether to replace an existing file of that name.
    ///   - makeContent: Produces the content and passes each piece to `write`.
    /// - Returns: Whether the file is in place; false when the name was taken and `isReplacing` is false.
    /// - Throws: ``FileSystemError`` when the disk is full or the folder is not writable; any error that
    ///   `makeContent` throws. Nothing has changed then.
    package func putFile(
        _ name: String,
        isReplacing: Bool,
        _ makeContent: (_ write: ([UInt8]) throws -> Void) throws -> Void
    ) throws -> Bool {
        // If the files that killed writers left cannot be removed, that must not prevent this one from being written.
        try? removeAbandonedTemporaries(prefix: Self.hiddenTemporaryPrefix)
        let temporary = try createTemporaryFile(prefix: Self.hiddenTemporaryPrefix, mode: 0o666)
        let isOurs = try temporary.whileLocked { temporaryName, file in
            do {
                try file.fill(makeContent)
                if isReplacing {
                    try rename(temporaryName, to: name, in: self)
                } else if try !moveIfAbsent(temporaryName, to: name) {
                    try remove(temporaryName)
                    return false
                }
                return true
            } catch {
                // The first failure is the one to report.
                try? remove(temporaryName)
                throw error
            }
        }
        if isOurs { try synchronize() }
        return isOurs
    }

    /// Renames a file if the new name is free; returns false when it is taken.
    private func moveIfAbsent(_ temporary: String, to name: String) throws(FileSystemError) -> Bool {
        do throws(FileSystemError) {
            try announce(.link, name)
            try SystemCalls.link(temporary, in: handle, to: name, in: handle)
        } catch {
            if error.isTaken { return false }
            guard error.mayLackHardLinks else { throw error }
            // Without hard links, another process can take the name between the check and the renaming.
            guard try kind(name) == nil else { return false }
            try rename(temporary, to: name, in: self)
            return true
        }
        // A leftover temporary name does not change the result.
        try? remove(temporary)
        return true
    }
}
