internal import AzureMLSupport

extension Directory {
    /// Makes a new file with the given content and saves it to disk; a taken name is an error.
    package func writeFile(_ name: String, _ bytes: [UInt8]) throws(FileSystemError) {
        try createFile(name).fill(bytes, durably: true)
    }

    func createFile(_ name: String, mode: UInt32 = 0o666) throws(FileSystemError) -> SystemCalls.Handle {
        do {
            try announce(.createFile, name)
            return try SystemCalls.createFile(name, in: handle, mode: mode)
        } catch {
            throw takenError(error, name)
        }
    }

    /// Returns the error of a call that needed a free name: that the name is taken, if it is.
    ///
    /// A network drive can report the lack of a permission instead, so what has the name decides, not the number of the
    /// error.
    func takenError(_ error: FileSystemError, _ name: String) -> FileSystemError {
        guard error.isForbidden, !error.isReadOnly, (try? kind(name)) != nil else { return error }
        return .taken(error)
    }

    /// Moves an entry into another folder under a new name. A file there is replaced; a folder only if it is empty.
    package func rename(_ name: String, to newName: String, in target: Directory) throws(FileSystemError) {
        guard LocalPath.isFileName(name) else { throw FileSystemError(.rename, name, .isInvalidFileName) }
        try target.announce(.rename, newName)
        try SystemCalls.rename(name, in: handle, to: newName, in: target.handle)
    }

    /// Removes a file, a link or an empty folder.
    package func remove(_ name: String) throws(FileSystemError) {
        try announce(.remove, name)
        let isFolder = try SystemCalls.status(name, in: handle).kind == .folder
        try SystemCalls.remove(name, in: handle, isFolder: isFolder)
    }
}
