internal import AzureMLSupport
internal import AzureMLSystem

extension EnvironmentFiles {
    /// The name of an earlier file after it was taken away, while its successor is put in place.
    static func replacedName(of name: String) -> String { ".\(name).replaced" }

    /// The name of the earlier definition while the other earlier files are taken away.
    private static let replacingName = ".\(definitionName).replacing"

    /// Makes a folder if it is missing, and replaces the files of an environment in it while no other program does.
    ///
    /// - Throws: ``EnvironmentError`` when the folder exists and `overwrite` is false; ``FileSystemError`` when a file
    ///   cannot be written or replaced; the earlier files are put back, and a folder that this call made is removed, so
    ///   that the call can be repeated.
    func save(inFolder path: String, overwrite: Bool) throws {
        var isSaved = false
        while !isSaved {
            let isNew = try LocalFile.kind(path: path) == nil
            guard isNew || overwrite else { throw Self.folderExists(path) }
            let folder: Directory
            do {
                folder = try Directory.createAll(path: path)
            } catch {
                // It is made before its parent is saved to disk, which can fail.
                if isNew { Self.removeEmptyFolder(path) }
                throw error
            }
            isSaved = try folder.whileLocked(sharing: false) {
                guard try folder.isStill(at: path) else { return false }
                do {
                    // Another program can have made the folder, and saved to it, before this one got the lock.
                    guard try overwrite || folder.names().isEmpty else { throw Self.folderExists(path) }
                    try save(in: folder)
                } catch {
                    // With the lock, so that no other program is about to save to the folder.
                    if isNew { Self.removeEmptyFolder(path) }
                    throw error
                }
                return true
            }
        }
    }

    private static func folderExists(_ path: String) -> EnvironmentError {
        EnvironmentError(
            .folderExists,
            "the folder '\(path)' already exists",
            at: SourceLocation(file: path),
            hint: "choose another folder, or pass overwrite: true"
        )
    }

    private func save(in folder: Directory) throws(FileSystemError) {
        // Temporary files of a killed process contain secrets in clear text.
        try? folder.removeAbandonedTemporaries(prefix: Directory.hiddenTemporaryPrefix)
        try replaceFiles(in: folder)
    }

    private static func removeEmptyFolder(_ path: String) {
        let (parent, name) = LocalPath.split(path)
        // The first failure is the one to report. A link or a file of that name is not what this call made.
        guard let folder = try? Directory(path: parent), (try? folder.kind(name)) == .folder else { return }
        try? folder.remove(name)
    }

    /// Replaces the files of an environment in a folder, and removes those that this one does not have.
    ///
    /// Without its definition, no program takes the folder for an environment: it is taken away first and put in place
    /// last, when the other files are on the disk. So a save that is cut short never leaves files of two environments
    /// that are read as one. Two saves at the same time can, so ``save(inFolder:overwrite:)`` locks the folder.
    ///
    /// - Throws: ``FileSystemError`` when a file cannot be written or replaced; the earlier files are put back.
    func replaceFiles(in folder: Directory) throws(FileSystemError) {
        try folder.stageFiles(contents, mode: 0o600) { temporaries throws(FileSystemError) in
            // An earlier save that was cut short must not leave its files among those to put back if this one fails.
            try Self.putBack(in: folder)
            var inPlace: [String] = []
            do throws(FileSystemError) {
                try Self.takeAway(in: folder)
                for name in Self.names.reversed() {
                    guard let temporary = temporaries[name] else { continue }
                    if name == Self.definitionName { try folder.synchronize() }
                    inPlace.append(name)
                    try folder.rename(temporary, to: name, in: folder)
                }
                try folder.synchronize()
            } catch {
                // The first failure is the one to report.
                for name in inPlace.reversed() { try? folder.remove(name) }
                try? Self.putBack(in: folder)
                throw error
            }
        }
        // A leftover does not matter beside a definition, and the next save removes it.
        for name in Self.names { try? folder.remove(Self.replacedName(of: name)) }
    }

    /// Whether a save was cut short, so that the folder has the earlier files but no definition.
    static func isHalfSaved(_ folder: String) throws(FileSystemError) -> Bool {
        guard try LocalFile.kind(path: "\(folder)/\(definitionName)") == nil else { return false }
        for name in [replacingName, replacedName(of: definitionName)] {
            if try LocalFile.kind(path: "\(folder)/\(name)") != nil { return true }
        }
        return false
    }

    /// Takes the files of an environment away, first the definition.
    ///
    /// The definition gets its last name when all are taken away: then the files in place are those of the new
    /// environment.
    private static func takeAway(in folder: Directory) throws(FileSystemError) {
        // A leftover must not be taken for a file of this environment.
        for name in names { try removeIfPresent(replacedName(of: name), in: folder) }
        try folder.synchronize()
        try move(definitionName, to: replacingName, in: folder)
        for name in names where name != definitionName { try move(name, to: replacedName(of: name), in: folder) }
        try folder.synchronize()
        try move(replacingName, to: replacedName(of: definitionName), in: folder)
        try folder.synchronize()
    }

    /// Puts the files of an environment back that a save has taken away. Does nothing when the folder has a definition.
    ///
    /// It can be cut short too: each step leaves a state from which it can go on.
    private static func putBack(in folder: Directory) throws(FileSystemError) {
        guard try folder.kind(definitionName) == nil else { return }
        let taken = replacedName(of: definitionName)
        if try folder.kind(taken) != nil {
            for name in names { try removeIfPresent(name, in: folder) }
            try folder.synchronize()
            try folder.rename(taken, to: replacingName, in: folder)
        }
        for name in names where name != definitionName { try move(replacedName(of: name), to: name, in: folder) }
        try folder.synchronize()
        try move(replacingName, to: definitionName, in: folder)
        try folder.synchronize()
    }

    private static func move(_ name: String, to newName: String, in folder: Directory) throws(FileSystemError) {
        if try folder.kind(name) != nil { try folder.rename(name, to: newName, in: folder) }
    }

    private static func removeIfPresent(_ name: String, in folder: Directory) throws(FileSystemError) {
        if try folder.kind(name) != nil { try folder.remove(name) }
    }
}
