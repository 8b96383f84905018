extension Directory {
    /// Puts a file in place in one step: readers see the old content or the new one, never a part.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - bytes: The new content.
    ///   - staging: The folder on the same disk in which the content is prepared; `nil` for this folder.
    ///   - durably: Whether the content has to survive a power cut; false for what can be made again.
    ///   - mode: The file's permissions; `nil` keeps those of the old content.
    /// - Throws: ``FileSystemError`` when the disk is full or the folder may not be written; the old content stays.
    package func replaceFile(
        _ name: String,
        with bytes: [UInt8],
        staging: Directory? = nil,
        durably: Bool = true,
        mode: UInt32? = nil
    ) throws(FileSystemError) {
        var mode = mode
        if mode == nil { mode = try modeOfFile(name) }
        try stage(bytes, in: staging, mode: mode, durably: durably) { folder, temporary, _ throws(FileSystemError) in
            try folder.rename(temporary, to: name, in: self)
        }
        if durably { try synchronize() }
    }

    /// Puts a file in place only if the name is free.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - bytes: The content.
    ///   - staging: The folder on the same disk in which the content is prepared; `nil` for this folder.
    /// - Returns: Whether the file is the caller's; false when the name was taken.
    /// - Throws: ``FileSystemError`` when the disk is full or the folder may not be written.
    package func putFileIfAbsent(
        _ name: String,
        _ bytes: [UInt8],
        staging: Directory? = nil
    ) throws(FileSystemError) -> Bool {
        var isOurs = true
        try stage(bytes, in: staging, mode: nil, durably: true) { folder, temporary, file throws(FileSystemError) in
            do throws(FileSystemError) {
                try announce(.link, name)
                try SystemCalls.link(temporary, in: folder.handle, to: name, in: handle)
            } catch let error where error.isTaken {
                // A network file system can repeat a call that succeeded: what counts is whose file lies there.
                isOurs = try isStill(file, name)
            } catch let error where error.meansNoLinks {
                isOurs = try createIfAbsent(name, bytes)
            }
            // The answer stands, even if the second name stays.
            try? folder.remove(temporary)
        }
        try synchronize()
        return isOurs
    }

    /// Takes the name before the content is there: no two writers win, but a reader can find a part of it.
    private func createIfAbsent(_ name: String, _ bytes: [UInt8]) throws(FileSystemError) -> Bool {
        let file: SystemCalls.Handle
        do {
            file = try createFile(name)
        } catch let error where error.isTaken {
            return false
        }
        do {
            try file.fill(bytes, durably: true)
        } catch {
            // The first failure is the one to report.
            try? remove(name)
            throw error
        }
        return true
    }

    private func modeOfFile(_ name: String) throws(FileSystemError) -> UInt32? {
        try announce(.inspect, name)
        do {
            let status = try SystemCalls.status(name, in: handle)
            return status.kind == .regularFile ? status.mode : nil
        } catch let error where error.isMissing {
            return nil
        }
    }

    /// Writes a locked temporary file, lets it be put in place, and removes it when that fails.
    private func stage(
        _ bytes: [UInt8],
        in staging: Directory?,
        mode: UInt32?,
        durably: Bool,
        _ putInPlace: (Directory, String, borrowing SystemCalls.Handle) throws(FileSystemError) -> Void
    ) throws(FileSystemError) {
        let folder = staging ?? self
        // In a folder of the user's the name is hidden; in one of our own a cleaner has to find it.
        let prefix = staging == nil ? Self.hiddenTemporaryPrefix : Self.temporaryPrefix
        // Never open to more readers than the file is to have in the end, not even while it is empty.
        let temporary = try folder.createTemporaryFile(prefix: prefix, mode: mode ?? 0o666)
        try temporary.whileLocked { name, file throws(FileSystemError) in
            do throws(FileSystemError) {
                if let mode {
                    try FileOperation.announce(.changeMode, file.path)
                    try SystemCalls.changeMode(file, to: mode)
                }
                try file.fill(bytes, durably: durably)
                try putInPlace(folder, name, file)
            } catch {
                // The first failure is the one to report.
                try? folder.remove(name)
                throw error
            }
        }
    }
}
