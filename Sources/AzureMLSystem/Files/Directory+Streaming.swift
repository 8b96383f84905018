internal import AzureMLSupport

/// A regular file that is open for reading, because it can be too large to be in memory as a whole.
package struct OpenFile {
    fileprivate let handle: SystemCalls.Handle
    /// How many bytes it had when it was opened.
    package let size: Int

    fileprivate init(_ handle: SystemCalls.Handle) throws(FileSystemError) {
        let status = try SystemCalls.status(handle)
        guard status.kind == .regularFile else { throw FileSystemError(.read, handle.path, .isNotRegularFile) }
        self.handle = handle
        size = status.stamp.size
    }

    /// The next bytes: as many as asked for, fewer at the end only.
    package func read(_ count: Int) throws(FileSystemError) -> [UInt8] {
        try SystemCalls.readPiece(of: handle, count: count)
    }

    /// Hands all bytes that follow on in pieces.
    package func readPieces(_ visit: ([UInt8]) throws -> Void) throws {
        while true {
            let piece = try read(1 << 20)
            if piece.isEmpty { return }
            try visit(piece)
        }
    }
}

extension LocalFile {
    /// Opens a regular file for the time of some work; a folder, a FIFO or a device is an error.
    ///
    /// - Parameters:
    ///   - path: The path; links in it are followed.
    ///   - work: Reads the file, which is closed behind it.
    /// - Returns: What the work returns.
    /// - Throws: ``FileSystemError`` when the file cannot be read; what the work throws.
    package static func reading<Result>(path: String, _ work: (OpenFile) throws -> Result) throws -> Result {
        try FileOperation.announce(.read, path)
        let handle = try SystemCalls.openForReading(path, in: nil, following: true)
        defer { SystemCalls.close(handle) }
        return try work(OpenFile(handle))
    }
}

extension Directory {
    /// Opens a regular file for the time of some work; a link, a folder, a FIFO or a device is an error.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - work: Reads the file, which is closed behind it.
    /// - Returns: What the work returns.
    /// - Throws: ``FileSystemError`` when the file cannot be read; what the work throws.
    package func reading<Result>(_ name: String, _ work: (OpenFile) throws -> Result) throws -> Result {
        let handle = try openForReading(name)
        defer { SystemCalls.close(handle) }
        return try work(OpenFile(handle))
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
        let file = try createFile(name)
        defer { SystemCalls.close(file) }
        try file.fill(makeContent)
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
        let (temporary, file) = try createTemporaryFile(prefix: Self.hiddenTemporaryPrefix, mode: 0o666)
        defer { SystemCalls.close(file) }
        do {
            try file.fill(makeContent)
            if isReplacing {
                try rename(temporary, to: name, in: self)
            } else if try !moveIfAbsent(temporary, to: name) {
                try remove(temporary)
                return false
            }
        } catch {
            // The first failure is the one to report.
            try? remove(temporary)
            throw error
        }
        try synchronize()
        return true
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

extension SystemCalls.Handle {
    fileprivate func fill(_ makeContent: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
        try makeContent { bytes in try fill(bytes, durably: false) }
        try FileOperation.announce(.synchronize, path)
        try SystemCalls.synchronize(self)
    }
}
