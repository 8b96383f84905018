package import AzureMLSupport

extension FileWorkspaceStore {
    package func verify() async throws -> [Diagnostic] {
        _ = try await record()
        return try WorkspaceError.explaining("verify the workspace in '\(path)'") {
            var findings: [Diagnostic] = []
            for collection in DocumentCollection.all {
                do {
                    guard let folder = try folder(of: collection) else { continue }
                    findings += try verify(folder)
                } catch let error as FileSystemError {
                    let path = "\(path)/\(collection.name)"
                    findings.append(.damaged(WorkspaceError(error, doing: "open '\(path)'"), path))
                }
            }
            return findings
        }
    }

    private func verify(_ folder: Directory) throws -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var nameByFoldedName: [String: String] = [:]
        for entryName in try folder.names() where entryName != Self.localFolder {
            let path = "\(folder.path)/\(entryName)"
            if let finding = try finding(unlessFolder: entryName, in: folder) {
                findings.append(finding)
                continue
            }
            let entry = try folder.directory(entryName)
            findings += try verifyVersions(of: entry)
            guard let name = try readableRecords(in: entry).first?.name else { continue }
            if let other = nameByFoldedName.updateValue(name, forKey: name.lowercased()) {
                findings.append(.differsInCase(name, other, path))
            }
        }
        return findings
    }

    private func verifyVersions(of entry: Directory) throws -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var versionBySequence: [Int: String] = [:]
        for name in try versionFolders(in: entry) {
            let path = "\(entry.path)/\(name)"
            if let finding = try finding(unlessFolder: name, in: entry) {
                findings.append(finding)
                continue
            }
            do {
                guard let document = try document(inFolder: name, of: entry) else { continue }
                findings += try verifyFiles(of: document, in: entry.directory(name))
                if let other = versionBySequence.updateValue(document.version, forKey: document.sequence) {
                    findings.append(.sharedSequence(document.version, other, path))
                }
            } catch let error as WorkspaceError {
                findings.append(.damaged(error, path))
            }
        }
        return findings
    }

    private func finding(unlessFolder name: String, in parent: Directory) throws -> Diagnostic? {
        let path = "\(parent.path)/\(name)"
        switch try parent.kind(name) {
        case .folder: return nil
        // What was stored there lies elsewhere now, out of reach.
        case .link: return .damaged(WorkspaceError.damaged(path, "it is a symbolic link"), path)
        case .regularFile, .other, nil: return .foreignFile(path)
        }
    }

    private func verifyFiles(of document: StoredDocument, in folder: Directory) throws -> [Diagnostic] {
        try folder.names()
            .filter { $0 != RegistrationRecord.fileName && document[file: $0] == nil }
            .map { .foreignFile("\(folder.path)/\($0)") }
    }
}

extension Diagnostic {
    fileprivate static func damaged(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        Diagnostic(
            code: "version-damaged",
            severity: .error,
            message: LocalizedText(
                english: error.message,
                japanese: "登録されたバージョン「\(path)」が破損しています。"
            ),
            location: error.location ?? SourceLocation(file: path),
            hint: error.hint
        )
    }

    fileprivate static func foreignFile(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "file-foreign",
            severity: .warning,
            message: LocalizedText(
                english: "'\(path)' is no part of what was stored.",
                japanese: "「\(path)」は登録された内容に含まれていません。"
            ),
            location: SourceLocation(file: path),
            hint: "remove it"
        )
    }

    fileprivate static func sharedSequence(_ version: String, _ other: String, _ path: String) -> Diagnostic {
        Diagnostic(
            code: "sequence-shared",
            severity: .info,
            message: LocalizedText(
                english: "The versions '\(other)' and '\(version)' were stored at the same time, so that the higher "
                    + "one counts as the later one.",
                japanese: "バージョン「\(other)」と「\(version)」は同時に登録されたため、大きい方を新しいものとして扱います。"
            ),
            location: SourceLocation(file: path)
        )
    }

    fileprivate static func differsInCase(_ name: String, _ other: String, _ path: String) -> Diagnostic {
        Diagnostic(
            code: "name-differs-in-case",
            severity: .warning,
            message: LocalizedText(
                english: "'\(name)' and '\(other)' differ in letter case only.",
                japanese: "「\(name)」と「\(other)」は大文字と小文字が異なるだけです。"
            ),
            location: SourceLocation(file: path),
            hint: "choose another name"
        )
    }
}
