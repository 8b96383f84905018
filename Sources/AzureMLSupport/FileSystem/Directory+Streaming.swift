/// Files that are too large to be in memory as a whole.
extension Directory {
    /// Puts a file in place in one step, whose content is made piece by piece.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - isReplacing: Whether a file of that name is replaced.
    ///   - makeContent: Hands the pieces to the function that it gets.
    /// - Returns: Whether the file is in place; false when the name was taken and is not to be replaced.
    /// - Throws: ``FileSystemError`` when the disk is full or the folder may not be written; what making the content
    ///   throws. Nothing is changed then.
    package func writeFile(
        _ name: String,
        isReplacing: Bool,
        _ makeContent: (_ write: ([UInt8]) throws -> Void) throws -> Void
    ) throws -> Bool {
        // What others left that were ended meanwhile is no reason to refuse a file.
        try? removeAbandonedTemporaries(prefix: Self.hiddenTemporaryPrefix)
        let (temporary, file) = try createTemporaryFile(prefix: Self.hiddenTemporaryPrefix, mode: 0o666)
        defer { SystemCalls.close(file) }
        do {
            try makeContent { bytes in try file.fill(bytes, durably: false) }
            try FileOperation.announce(.synchronize, file.path)
            try SystemCalls.synchronize(file)
            let isInPlace = try isReplacing || linkIfAbsent(temporary, as: name)
            if isReplacing { try rename(temporary, to: name, in: self) } else { try remove(temporary) }
            guard isInPlace else { return false }
        } catch {
            // The first failure is the one to report.
            try? remove(temporary)
            throw error
        }
        try synchronize()
        return true
    }

    /// Gives a file a second name if that is free; false when it is taken.
    private func linkIfAbsent(_ temporary: String, as name: String) throws(FileSystemError) -> Bool {
        do throws(FileSystemError) {
            _ = try announce(.link, name)
            try SystemCalls.link(temporary, in: handle, to: name, in: handle)
            return true
        } catch {
            if error.isTaken { return false }
            throw error
        }
    }
}

extension LocalFile {
    /// Reads a regular file piece by piece; a folder, a FIFO or a device is an error.
    ///
    /// - Parameters:
    ///   - path: The path; links in it are followed.
    ///   - work: Gets a function that gives as many bytes as asked for, fewer at the end only. It ends with the work.
    /// - Returns: What the work returns.
    /// - Throws: ``FileSystemError`` when the file cannot be read; what the work throws.
    package static func reading<Result>(
        path: String,
        _ work: (_ read: @escaping (Int) throws -> [UInt8]) throws -> Result
    ) throws -> Result {
        try FileOperation.announce(.read, path)
        let file = try SystemCalls.openForReading(path, in: nil, following: true)
        defer { SystemCalls.close(file) }
        guard try SystemCalls.status(file).kind == .regularFile else {
            throw FileSystemError(.read, path, .isNotRegularFile)
        }
        return try work { count in try SystemCalls.readPiece(of: file, count: count) }
    }
}
