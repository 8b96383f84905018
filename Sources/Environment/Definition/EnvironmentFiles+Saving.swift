internal import AzureMLSystem

extension EnvironmentFiles {
    /// The name of an earlier file while its successor is put in place.
    static func replacedName(of name: String) -> String { ".\(name).replaced" }

    /// Replaces the files of an environment in a folder, and removes those that this one does not have.
    ///
    /// Without its definition, no program takes the folder for an environment: it is taken away first and put in place
    /// last, so that files of two environments are never read as one.
    ///
    /// - Throws: ``FileSystemError`` when a file cannot be written or replaced; the earlier files are put back.
    func replaceFiles(in folder: Directory) throws(FileSystemError) {
        try folder.stageFiles(contents, mode: 0o600) { temporaries throws(FileSystemError) in
            var takenAway: [String] = []
            var inPlace: [String] = []
            do throws(FileSystemError) {
                for name in Self.names where try folder.kind(name) != nil {
                    try folder.rename(name, to: Self.replacedName(of: name), in: folder)
                    takenAway.append(name)
                }
                try folder.synchronize()
                for name in Self.names.reversed() {
                    guard let temporary = temporaries[name] else { continue }
                    try folder.rename(temporary, to: name, in: folder)
                    inPlace.append(name)
                }
                try folder.synchronize()
            } catch {
                // The first failure is the one to report.
                for name in inPlace { try? folder.remove(name) }
                for name in takenAway.reversed() {
                    try? folder.rename(Self.replacedName(of: name), to: name, in: folder)
                }
                throw error
            }
        }
        // A leftover does not matter beside a definition, and the next save removes it.
        for name in Self.names.map(Self.replacedName) { try? folder.remove(name) }
    }
}
