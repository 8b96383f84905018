internal import AzureMLSupport

extension Directory {
    /// Opens a regular file for reading; a link, a folder, a FIFO or a device is an error.
    package func openFile(_ name: String) throws(FileSystemError) -> OpenFile {
        try OpenFile(openForReading(name))
    }

    /// Makes a new file whose content is made piece by piece, and saves it to disk; a name that is taken is an error.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - makeContent: Hands the pieces to the function that it gets.
    /// - Throws: ``FileSystemError`` when the name is taken or the disk is full; what making the content throws.
    package func writeFile(
        _ name: String,
        _ makeContent: (_ write: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        try createFile(name).fill(makeContent)
    }

    /// Puts a file in place in one step, whose content is made piece by piece.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - isReplacing: Whether a file of that name is replaced.
    ///   - makeContent: Hands the pieces to the function that it gets.
    /// - Returns: Whether the file is in place; false when the name was taken and is not to be replaced.
    /// - Throws: ``FileSystemError`` when the disk is full or the folder may not be written; what making the content
    ///   throws. Nothing is changed then.
    package func putFile(
        _ name: String,
        isReplacing: Bool,
        _ makeContent: (_ write: ([UInt8]) throws -> Void) throws -> Void
    ) throws -> Bool {
        // What others left that were ended meanwhile is no reason to refuse a file.
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

    /// Gives a file another name if that is free; false when it is taken.
    private func moveIfAbsent(_ temporary: String, to name: String) throws(FileSystemError) -> Bool {
        do throws(FileSystemError) {
            try announce(.link, name)
            try SystemCalls.link(temporary, in: handle, to: name, in: handle)
        } catch {
            if error.isTaken { return false }
            guard error.meansNoLinks else { throw error }
            // Where files have no second names, somebody can come in between.
            guard try kind(name) == nil else { return false }
            try rename(temporary, to: name, in: self)
            return true
        }
        // The answer stands, even if the first name stays.
        try? remove(temporary)
        return true
    }
}
