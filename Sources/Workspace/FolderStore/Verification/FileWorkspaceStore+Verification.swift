package import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    package func verify(checking check: DocumentCheck) async throws -> [Diagnostic] {
        try findings(checking: check)
    }

    /// Returns the findings of ``verify(checking:)`` synchronously, for an import, which holds a lock during the check.
    func findings(checking check: DocumentCheck = { _, _ in [] }) throws -> [Diagnostic] {
        _ = try presentRecord()
        return try WorkspaceError.explaining("verify the workspace in '\(path)'") {
            var findings = try report(at: path) {
                PlaceReport(findings: try verifyGitFiles() + verifyConfigurations())
            }.findings
            for collection in DocumentCollection.all {
                findings += try report(at: "\(path)/\(collection.name)") {
                    guard let folder = try folder(of: collection) else { return PlaceReport() }
                    return PlaceReport(findings: try verify(folder) { check($0, collection) })
                }.findings
            }
            return try findings + verifyImageDigests() + verifyBlobs()
        }
    }

    /// Turns an error at one place into a finding, so that it does not hide the findings at other places.
    func report(at path: String, _ work: () throws -> PlaceReport) throws -> PlaceReport {
        do {
            return try work()
        } catch let error as FileSystemError {
            return PlaceReport(findings: [
                WorkspaceDiagnostics.unusable(WorkspaceError(error, doing: "read '\(path)'"), path)
            ])
        } catch let error as WorkspaceError {
            return PlaceReport(findings: [WorkspaceDiagnostics.unusable(error, path)])
        }
    }

    private func verify(
        _ folder: Directory,
        checking check: (StoredDocument) -> [Diagnostic]
    ) throws -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var nameByFoldedName: [String: String] = [:]
        for entryName in try folder.names() where entryName != Self.localFolder {
            try Task.checkCancellation()
            let path = "\(folder.path)/\(entryName)"
            let report = try report(at: path) { try verifyEntry(entryName, in: folder, checking: check) }
            findings += report.findings
            guard let name = report.document?.name else { continue }
            if let other = nameByFoldedName.updateValue(name, forKey: name.lowercased()) {
                findings.append(
                    name.exact == other.exact
                        ? WorkspaceDiagnostics.storedTwice(name, path)
                        : WorkspaceDiagnostics.differsInCase(name, other, path)
                )
            }
        }
        return findings
    }

    private func verifyEntry(
        _ entryName: String,
        in folder: Directory,
        checking check: (StoredDocument) -> [Diagnostic]
    ) throws -> PlaceReport {
        if let finding = try finding(unlessFolder: entryName, in: folder) { return PlaceReport(findings: [finding]) }
        let entry = try folder.directory(entryName)
        var all = PlaceReport()
        var versionBySequence: [Int: String] = [:]
        let names = try entry.names()
        let found = Set(EncodedName.found(among: names))
        for version in names where !version.hasPrefix(".") {
            try Task.checkCancellation()
            let path = "\(entry.path)/\(version)"
            let report = try report(at: path) { try verifyVersion(version, in: entry) }
            all.findings += report.findings
            guard let document = report.document else { continue }
            guard found.contains(version) else {
                all.findings.append(WorkspaceDiagnostics.versionStoredTwice(document.version, path))
                continue
            }
            all.document = document
            all.findings += check(document)
            if let other = versionBySequence.updateValue(document.version, forKey: document.sequence) {
                all.findings.append(WorkspaceDiagnostics.sharedSequence(document.version, other, path))
            }
        }
        for name in names where name.hasPrefix(".") {
            all.findings += try report(at: "\(entry.path)/\(name)") {
                PlaceReport(findings: try verifyHidden(name, in: entry))
            }.findings
        }
        return all
    }

    /// Returns findings for a hidden entry beside the versions of a name.
    private func verifyHidden(_ name: String, in entry: Directory) throws -> [Diagnostic] {
        switch name {
        case LabelRecord.folderName: try verifyLabels(of: entry)
        case ArchivedVersions.folderName: try verifyArchive(of: entry)
        case Self.localFolder: try finding(unlessFolder: name, in: entry).map { [$0] } ?? []
        default: [WorkspaceDiagnostics.foreignFile("\(entry.path)/\(name)")]
        }
    }

    private func verifyLabels(of entry: Directory) throws -> [Diagnostic] {
        if let finding = try finding(unlessFolder: LabelRecord.folderName, in: entry) { return [finding] }
        let folder = try entry.directory(LabelRecord.folderName)
        let names = try folder.names()
        let found = Set(EncodedName.found(among: names))
        return try names.flatMap { fileName in
            try Task.checkCancellation()
            return try findings(at: "\(folder.path)/\(fileName)") {
                try verifyLabel(fileName, in: folder, of: entry, isFound: found.contains(fileName)).map { [$0] } ?? []
            }
        }
    }

    private func verifyLabel(
        _ fileName: String,
        in folder: Directory,
        of entry: Directory,
        isFound: Bool
    ) throws -> Diagnostic? {
        let path = "\(folder.path)/\(fileName)"
        do {
            let record = try LabelRecord(in: folder, fileName: fileName)
            if !isFound { return WorkspaceDiagnostics.labelStoredTwice(record, path) }
            if try isPresent(record.versionFolder(in: entry), in: entry) { return nil }
            // Another process may since have moved the label away and deleted the version.
            guard try LabelRecord(in: folder, fileName: fileName) == record else { return nil }
            return WorkspaceDiagnostics.labelWithoutVersion(record, path)
        } catch let error as WorkspaceError where error.code == .damaged {
            // Another process may have removed the label since the names were listed.
            return try folder.kind(fileName) == nil ? nil : WorkspaceDiagnostics.labelDamaged(error, path)
        }
    }

    private func verifyArchive(of entry: Directory) throws -> [Diagnostic] {
        if let finding = try finding(unlessFolder: ArchivedVersions.folderName, in: entry) { return [finding] }
        let archive = try ArchivedVersions(of: entry)
        return try archive.names.flatMap { name in
            try Task.checkCancellation()
            let path = "\(entry.path)/\(ArchivedVersions.folderName)/\(name)"
            return try findings(at: path) {
                guard try entry.kind(name) == .folder else {
                    return try archive.contains(name)
                        ? [WorkspaceDiagnostics.archivedWithoutVersion(path)] : [WorkspaceDiagnostics.foreignFile(path)]
                }
                // The marker of a removed version is reported with that version.
                guard try isPresent(name, in: entry) else { return [] }
                do {
                    try archive.checkMarker(of: name)
                    return []
                } catch let error as WorkspaceError where error.code == .damaged {
                    // Another process may have restored the version since the names were listed.
                    return try archive.names.contains(name) ? [WorkspaceDiagnostics.archiveDamaged(error, path)] : []
                }
            }
        }
    }

    /// Whether the folder is a version, damaged or not, that was not removed.
    private func isPresent(_ versionFolder: String, in entry: Directory) throws -> Bool {
        guard try entry.kind(versionFolder) == .folder else { return false }
        return try undamagedRecord(ofFolder: versionFolder, in: entry)?.isRemoved != true
    }

    private func verifyVersion(_ version: String, in entry: Directory) throws -> PlaceReport {
        if let finding = try finding(unlessFolder: version, in: entry) { return PlaceReport(findings: [finding]) }
        do {
            guard let document = try document(inFolder: version, of: entry) else { return PlaceReport() }
            let foreign = try foreignFiles(beside: document.files.map(\.name), in: entry.directory(version))
            return PlaceReport(
                findings: try foreign.map(WorkspaceDiagnostics.foreignFile) + recordFindings(version, in: entry),
                document: document
            )
        } catch let error as WorkspaceError where error.code == .versionDeleted {
            let leftovers = try foreignFiles(beside: [], in: entry.directory(version))
            let isClean = try leftovers.isEmpty && !ArchivedVersions(of: entry).contains(version)
            let unfinished = WorkspaceDiagnostics.removalUnfinished(error, "\(entry.path)/\(version)")
            return PlaceReport(findings: try (isClean ? [] : [unfinished]) + recordFindings(version, in: entry))
        }
    }

    private func recordFindings(_ version: String, in entry: Directory) throws -> [Diagnostic] {
        guard let record = try undamagedRecord(ofFolder: version, in: entry), !record.hasHash else { return [] }
        return [WorkspaceDiagnostics.recordWithoutHash("\(entry.path)/\(version)/\(RegistrationRecord.fileName)")]
    }

    private func finding(unlessFolder name: String, in parent: Directory) throws -> Diagnostic? {
        let path = "\(parent.path)/\(name)"
        switch try parent.kind(name) {
        case .folder: return nil
        // The stored files were moved to a place that the store does not read.
        case .link: return WorkspaceDiagnostics.unusable(WorkspaceError.notFolder(path, isLink: true), path)
        case .regularFile, .other, nil: return WorkspaceDiagnostics.foreignFile(path)
        }
    }

    private func foreignFiles(beside files: [String], in folder: Directory) throws -> [String] {
        try folder.names()
            .filter { $0 != RegistrationRecord.fileName && !files.contains($0) }
            .map { "\(folder.path)/\($0)" }
    }
}
