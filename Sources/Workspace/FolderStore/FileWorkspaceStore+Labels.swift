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
            guard let folder = try entry(of: name, in: collection).flatMap(labelFolder) else { return nil }
            let fileName = try EncodedName.encode(label, in: folder)
            guard try folder.kind(fileName) != nil else { return nil }
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
        let action = "label version '\(version)' of '\(name)' in '\(path)'"
        let entry = try presentEntry(of: name, version: version, in: collection, action)
        try await changing(entry, action) { local in
            if labels.isEmpty { return try removeLabels(ofVersion: version, of: name, in: entry) }
            let place = try presentPlace(of: version, of: name, in: entry)
            let folder = try openOrCreate(LabelRecord.folderName, in: entry)
            // Another process may have created this folder without fsyncing its parent yet.
            try entry.synchronize()
            // New labels first, so that a label that moves always has a version.
            var fileNames: Set<String> = []
            var previous: [String: LabelRecord] = [:]
            for label in labels {
                let fileName = try EncodedName.encode(label, in: folder)
                fileNames.insert(fileName)
                previous[fileName] = try undamagedLabel(fileName, in: folder)
                let record = LabelRecord(label: label.text, version: place.record.version)
                try folder.replaceFile(fileName, with: record.bytes, staging: local)
            }
            do {
                // A deletion on another computer does not see this computer's locks.
                try refuseRemoval(of: place, stagedIn: local)
            } catch {
                for fileName in fileNames {
                    try restore(fileName, to: previous[fileName], in: folder, staging: local)
                }
                throw error
            }
            _ = try removeLabels(of: place.folderName, in: entry, butNot: fileNames, from: folder)
        }
    }

    /// Takes back the setting of a label, which another version may have had before.
    private func restore(
        _ fileName: String,
        to previous: LabelRecord?,
        in folder: Directory,
        staging local: Directory
    ) throws(FileSystemError) {
        guard let previous else { return try remove(fileName, from: folder) }
        try folder.replaceFile(fileName, with: previous.bytes, staging: local)
    }

    /// Removes all labels of a version. It may be a deleted or missing one, to which labels lead after a merge.
    private func removeLabels(ofVersion version: String, of name: String, in entry: Directory) throws {
        let folderName = try EncodedName.encode(version: version, in: entry)
        let folder = try labelFolder(of: entry)
        let isLabelled = try folder.map { try removeLabels(of: folderName, in: entry, from: $0) } ?? false
        if !isLabelled { _ = try presentPlace(of: version, of: name, in: entry) }
    }

    /// Removes the labels of a version; returns whether there were any.
    private func removeLabels(
        of versionFolder: String,
        in entry: Directory,
        butNot kept: Set<String> = [],
        from folder: Directory
    ) throws -> Bool {
        var isLabelled = false
        // Also one that is hidden by another file of the same label, and would be found without that one.
        for (fileName, record) in try undamagedLabels(folder.names(), in: folder) where !kept.contains(fileName) {
            guard try record.versionFolder(in: entry) == versionFolder else { continue }
            isLabelled = true
            try remove(fileName, from: folder)
        }
        try folder.synchronize()
        return isLabelled
    }

    /// Returns the labels of each version, keyed by the name of its folder.
    func labelsByVersion(in entry: Directory) throws -> [String: [String]] {
        guard let folder = try labelFolder(of: entry) else { return [:] }
        var labels: [String: [String]] = [:]
        for (_, record) in try foundLabels(in: folder) {
            labels[try record.versionFolder(in: entry), default: []].append(record.label)
        }
        return labels.mapValues { $0.sorted { $0.exact < $1.exact } }
    }

    /// Returns the folder with the labels of a name; `nil` when there is none.
    func labelFolder(of entry: Directory) throws -> Directory? {
        try entry.storedFolder(LabelRecord.folderName)
    }

    /// Returns the undamaged labels that are found by their name.
    func foundLabels(in folder: Directory) throws -> [(fileName: String, record: LabelRecord)] {
        try undamagedLabels(EncodedName.found(among: folder.names()), in: folder)
    }

    private func undamagedLabels(
        _ fileNames: [String],
        in folder: Directory
    ) throws -> [(fileName: String, record: LabelRecord)] {
        try fileNames.compactMap { fileName in
            try undamagedLabel(fileName, in: folder).map { (fileName, $0) }
        }
    }

    /// Returns the record of a label; `nil` when it is missing or damaged. Any other failure to read it is thrown.
    private func undamagedLabel(_ fileName: String, in folder: Directory) throws -> LabelRecord? {
        do {
            return try LabelRecord(in: folder, fileName: fileName)
        } catch let error as WorkspaceError where error.code == .damaged {
            return nil
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
