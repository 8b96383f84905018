internal import AzureMLSupport

extension FileWorkspaceStore {
    /// How the names of the files in the local folder begin that say which versions are being removed.
    private static let removalPrefix = "removing-"

    /// The record that says that the version is removed takes the place of its record in one step. What else the version
    /// holds is removed after that, by this call or by the next writer.
    package func remove(version: String, of name: String, in collection: DocumentCollection) async throws {
        try WorkspaceError.explaining("delete version '\(version)' of '\(name)' in '\(path)'") {
            let place = try place(of: version, of: name, in: collection)
            let local = try localFolder(of: place.entry)
            if !place.record.isRemoved {
                try refuseLabels(of: place)
                try local.replaceFile(Self.removalPrefix + place.folderName, with: [], staging: local)
                try place.entry.directory(place.folderName)
                    .replaceFile(RegistrationRecord.fileName, with: place.record.removed.bytes, staging: local)
            }
            // Again for one that was removed already, where a copy or another computer left files.
            try removeContent(of: place.folderName, in: place.entry)
            try finishRemovals(in: place.entry, local: local)
        }
    }

    private func refuseLabels(of place: VersionPlace) throws {
        guard let labels = try labelsByVersion(in: place.entry)[place.folderName] else { return }
        let list = labels.map { "'\($0)'" }.joined(separator: ", ")
        throw WorkspaceError(
            .versionLabelled,
            "version '\(place.record.version)' of '\(place.record.name)' has the labels \(list)",
            at: SourceLocation(file: "\(place.entry.path)/\(place.folderName)"),
            hint: "give them to another version first"
        )
    }

    /// Completes what a process began that was ended meanwhile.
    func finishRemovals(in entry: Directory, local: Directory) throws {
        for fileName in try local.names() where fileName.hasPrefix(Self.removalPrefix) {
            try removeContent(of: String(fileName.dropFirst(Self.removalPrefix.count)), in: entry)
            try Self.ignoringMissing { () throws(FileSystemError) in try local.remove(fileName) }
        }
    }

    /// Leaves nothing of a version that was removed but the record that says so.
    private func removeContent(of folderName: String, in entry: Directory) throws {
        guard try undamagedRecord(ofFolder: folderName, in: entry)?.isRemoved == true else { return }
        let folder = try entry.directory(folderName)
        for name in try folder.names() where name != RegistrationRecord.fileName {
            try Self.ignoringMissing { () throws(FileSystemError) in try folder.removeTree(name) }
        }
        try folder.synchronize()
        try VersionArchive(of: entry).remove(folderName)
    }

    /// Two processes can complete one removal.
    private static func ignoringMissing(_ remove: () throws(FileSystemError) -> Void) throws(FileSystemError) {
        do {
            try remove()
        } catch let error where error.isMissing {}
    }
}
