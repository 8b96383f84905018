extension Directory {
    /// Makes or replaces a file in one step: readers see either the old content or the new, never a part of it.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - bytes: The new content.
    ///   - staging: The folder on the same disk in which the content is prepared; `nil` for this folder.
    ///   - durably: Whether the content has to survive a power failure; false for content that can be made again.
    ///   - mode: The file's permissions; `nil` keeps those of the old file.
    /// - Throws: ``FileSystemError`` when the disk is full or the folder is not writable; the old content stays.
    package func replaceFile(
        _ name: String,
        with bytes: [UInt8],
        staging: Directory? = nil,
        durably: Bool = true,
        mode: UInt32? = nil
    ) throws(FileSystemError) {
        var mode = mode
        if mode == nil { mode = try modeOfFile(name) }
        try putInPlace { () throws(FileSystemError) in
            try stage(bytes, in: staging, mode: mode, durably: durably) {
                folder,
                temporary,
                _ throws(FileSystemError) in
                try folder.rename(temporary, to: name, in: self)
            }
        }
        if durably { try synchronize() }
    }

    /// Replaces a file as ``replaceFile(_:with:staging:durably:mode:)`` does, unless a check throws an error.
    ///
    /// The new content is in the staging folder, where others see it, before the check begins. If someone removes it
    /// there, the file is not replaced before another check.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - bytes: The new content.
    ///   - staging: The folder on the same disk in which the content is prepared.
    ///   - check: The function that throws an error if the file must not be replaced.
    /// - Throws: ``FileSystemError`` when the disk is full or the folder is not writable; any error that `check` throws.
    package func replaceFile(
        _ name: String,
        with bytes: [UInt8],
        staging: Directory,
        checking check: () throws -> Void
    ) throws {
        let mode = try modeOfFile(name)
        let answer = try putInPlace { () throws(FileSystemError) in
            try stage(bytes, in: staging, mode: mode, durably: true) {
                folder,
                temporary,
                _ throws(FileSystemError) -> Result<Void, any Error> in
                let answer = Result { try check() }
                switch answer {
                case .success: try folder.rename(temporary, to: name, in: self)
                case .failure: try? folder.remove(temporary)
                }
                return answer
            }
        }
        try answer.get()
        try synchronize()
    }

    /// Makes or replaces a file of this package's own that can be made again, in one step.
    ///
    /// The file need not survive a power failure, and its temporary file is not locked: a cleanup that takes it for a
    /// leftover only causes another attempt.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - bytes: The new content.
    /// - Throws: ``FileSystemError`` when the disk is full or the folder is not writable; the old content stays.
    package func replaceCache(_ name: String, with bytes: [UInt8]) throws(FileSystemError) {
        try putInPlace { () throws(FileSystemError) in
            let temporary = Self.temporaryPrefix + Self.randomName()
            let file = try createFile(temporary)
            do throws(FileSystemError) {
                try file.fill(bytes, durably: false)
                try rename(temporary, to: name, in: self)
            } catch {
                // The first failure is the one to report.
                try? remove(temporary)
                throw error
            }
        }
    }

    /// Calls a function that puts a staged file in place, and again if the file is gone: another computer, which does
    /// not see this computer's locks, can take it for a leftover.
    private func putInPlace<Answer>(
        _ work: () throws(FileSystemError) -> Answer
    ) throws(FileSystemError) -> Answer {
        for _ in 1..<Self.attempts {
            do {
                return try work()
            } catch let error where error.isMissing && error.operation == .rename {}
        }
        return try work()
    }

    /// The maximum number of attempts to put a staged file in place.
    private static let attempts = 20

    /// Writes several files, and puts them in place only when all of them are on the disk.
    ///
    /// - Parameters:
    ///   - files: The files with their names in this folder.
    ///   - mode: Their permissions.
    ///   - putInPlace: Gets the temporary name of each file, by its name. What it does not rename is removed.
    /// - Throws: ``FileSystemError`` when the disk is full or the folder is not writable.
    package func stageFiles(
        _ files: [(name: String, bytes: [UInt8])],
        mode: UInt32,
        putInPlace: ([String: String]) throws(FileSystemError) -> Void
    ) throws(FileSystemError) {
        try stageFiles(files[...], as: [:], mode: mode, putInPlace)
    }

    private func stageFiles(
        _ files: ArraySlice<(name: String, bytes: [UInt8])>,
        as temporaries: [String: String],
        mode: UInt32,
        _ putInPlace: ([String: String]) throws(FileSystemError) -> Void
    ) throws(FileSystemError) {
        guard let file = files.first else { return try putInPlace(temporaries) }
        try stage(file.bytes, in: nil, mode: mode, durably: true) { _, temporary, _ throws(FileSystemError) in
            var temporaries = temporaries
            temporaries[file.name] = temporary
            try stageFiles(files.dropFirst(), as: temporaries, mode: mode, putInPlace)
        }
    }

    /// Makes a file in one step if the name is free.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - bytes: The content.
    ///   - staging: The folder on the same disk in which the content is prepared; `nil` for this folder.
    /// - Returns: Whether this call made the file; false when the name was taken.
    /// - Throws: ``FileSystemError`` when the disk is full or the folder is not writable.
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
                // A network file system can repeat a call that succeeded, so the name may be taken by this very file.
                isOurs = try isStill(file, name)
            } catch let error where error.mayLackHardLinks {
                isOurs = try createIfAbsent(name, bytes)
            }
            // A leftover temporary name does not change the result.
            try? folder.remove(temporary)
        }
        try synchronize()
        return isOurs
    }

    /// Makes the file before it has its content, for file systems without hard links.
    ///
    /// Only one of several writers succeeds, but a reader can see a part of the content.
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

    /// Writes a locked temporary file and calls `putInPlace` with it; removes the file if either step fails.
    private func stage<Answer>(
        _ bytes: [UInt8],
        in staging: Directory?,
        mode: UInt32?,
        durably: Bool,
        _ putInPlace: (Directory, String, borrowing SystemCalls.Handle) throws(FileSystemError) -> Answer
    ) throws(FileSystemError) -> Answer {
        let folder = staging ?? self
        // The name is hidden in a user's folder. In our own staging folder, the cleanup looks for the other prefix.
        let prefix = staging == nil ? Self.hiddenTemporaryPrefix : Self.temporaryPrefix
        // The temporary file is never readable for more users than the final file, not even while it is empty.
        let temporary = try folder.createTemporaryFile(prefix: prefix, mode: mode ?? 0o666)
        return try temporary.whileLocked { name, file throws(FileSystemError) in
            do throws(FileSystemError) {
                if let mode {
                    try FileOperation.announce(.changeMode, file.path)
                    try SystemCalls.changeMode(file, to: mode)
                }
                try file.fill(bytes, durably: durably)
                return try putInPlace(folder, name, file)
            } catch {
                // The first failure is the one to report.
                try? folder.remove(name)
                throw error
            }
        }
    }
}
