internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    package func version(
        labelled label: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws -> String? {
        let name = try DocumentName(name, kind: "name")
        let label = try DocumentName(label: label)
        return try WorkspaceError.explaining("look up the label '\(label)' of '\(name)' in '\(path)'") {
            let fileName = EncodedName.encode(label)
            guard let folder = try entry(of: name, in: collection).flatMap(labelFolder),
                try folder.kind(fileName) != nil
            else { return nil }
            return try LabelRecord(in: folder, fileName: fileName).version
        }
    }

    package func setLabels(
        _ labels: [String],
        version: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws {
        let labels = try labels.map { try DocumentName(label: $0) }
        try WorkspaceError.explaining("label version '\(version)' of '\(name)' in '\(path)'") {
            let place = try presentPlace(of: version, of: name, in: collection)
            let local = try writersFolder(of: place.entry)
            let folder = try place.entry.openOrCreateDirectory(LabelRecord.folderName)
            // Another process may have created this folder without fsyncing its parent yet.
            try place.entry.synchronize()
            // New labels first, so that a label that moves always has a version.
            for label in labels {
                let record = LabelRecord(label: label.text, version: place.record.version)
                try folder.replaceFile(EncodedName.encode(label), with: record.bytes, staging: local)
            }
            let kept = Set(labels.map(EncodedName.encode))
            for (fileName, record) in try undamagedLabels(in: folder) where !kept.contains(fileName) {
                if try record.versionFolder == place.folderName { try remove(fileName, from: folder) }
            }
            try folder.synchronize()
        }
    }

    /// Returns the labels of each version, keyed by the name of its folder.
    func labelsByVersion(in entry: Directory) throws -> [String: [String]] {
        guard let folder = try labelFolder(of: entry) else { return [:] }
        var labels: [String: [String]] = [:]
        for (_, record) in try undamagedLabels(in: folder) {
            labels[try record.versionFolder, default: []].append(record.label)
        }
        return labels.mapValues { $0.sorted { $0.exact < $1.exact } }
    }

    /// Returns the folder with the labels of a name; `nil` when there is none.
    func labelFolder(of entry: Directory) throws -> Directory? {
        // Anything but a folder holds no labels; verify() reports it.
        try entry.kind(LabelRecord.folderName) == .folder ? entry.directory(LabelRecord.folderName) : nil
    }

    func undamagedLabels(in folder: Directory) throws -> [(fileName: String, record: LabelRecord)] {
        try folder.names().compactMap { fileName in
            do {
                return (fileName, try LabelRecord(in: folder, fileName: fileName))
            } catch let error as WorkspaceError where error.code == .damaged {
                return nil
            }
        }
    }

    private func remove(_ fileName: String, from folder: Directory) throws(FileSystemError) {
        do {
            try folder.remove(fileName)
        } catch let error where error.isMissing {
            // Another caller removed it first.
        }
    }
}
