package import AzureMLSupport

/// What a look at a place brought.
private struct Look {
    var findings: [Diagnostic] = []
    /// A document that lies there and is whole.
    var document: StoredDocument?
}

extension FileWorkspaceStore {
    package func verify() async throws -> [Diagnostic] {
        _ = try await record()
        return try WorkspaceError.explaining("verify the workspace in '\(path)'") {
            var findings: [Diagnostic] = []
            for collection in DocumentCollection.all {
                findings += try look(at: "\(path)/\(collection.name)") {
                    Look(findings: try folder(of: collection).map(verify) ?? [])
                }.findings
            }
            return try findings + verifyBlobs()
        }
    }

    /// Where a place cannot be read, that is the finding, and it hides no other place.
    private func look(at path: String, _ work: () throws -> Look) throws -> Look {
        do {
            return try work()
        } catch let error as FileSystemError {
            return Look(findings: [.unusable(WorkspaceError(error, doing: "read '\(path)'"), path)])
        } catch let error as WorkspaceError {
            return Look(findings: [.unusable(error, path)])
        }
    }

    private func verify(_ folder: Directory) throws -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var nameByFoldedName: [String: String] = [:]
        for entryName in try folder.names() where entryName != Self.localFolder {
            let path = "\(folder.path)/\(entryName)"
            let seen = try look(at: path) { try verifyEntry(entryName, in: folder) }
            findings += seen.findings
            guard let name = seen.document?.name else { continue }
            if let other = nameByFoldedName.updateValue(name, forKey: name.lowercased()) {
                findings.append(.differsInCase(name, other, path))
            }
        }
        return findings
    }

    private func verifyEntry(_ entryName: String, in folder: Directory) throws -> Look {
        if let finding = try finding(unlessFolder: entryName, in: folder) { return Look(findings: [finding]) }
        let entry = try folder.directory(entryName)
        var all = Look()
        var versionBySequence: [Int: String] = [:]
        for version in try versionFolders(in: entry) {
            let path = "\(entry.path)/\(version)"
            let seen = try look(at: path) { try verifyVersion(version, in: entry) }
            all.findings += seen.findings
            guard let document = seen.document else { continue }
            all.document = document
            if let other = versionBySequence.updateValue(document.version, forKey: document.sequence) {
                all.findings.append(.sharedSequence(document.version, other, path))
            }
        }
        return all
    }

    private func verifyVersion(_ version: String, in entry: Directory) throws -> Look {
        if let finding = try finding(unlessFolder: version, in: entry) { return Look(findings: [finding]) }
        guard let document = try document(inFolder: version, of: entry) else { return Look() }
        return Look(findings: try verifyFiles(of: document, in: entry.directory(version)), document: document)
    }

    private func finding(unlessFolder name: String, in parent: Directory) throws -> Diagnostic? {
        let path = "\(parent.path)/\(name)"
        switch try parent.kind(name) {
        case .folder: return nil
        // What was stored there lies elsewhere now, out of reach.
        case .link: return .unusable(WorkspaceError.damaged(path, "it is a symbolic link"), path)
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
    fileprivate static func unusable(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        let isDamaged = error.code == .damaged
        let japanese = isDamaged ? "が破損しています" : "を読み取れません"
        return Diagnostic(
            code: isDamaged ? "version-damaged" : "version-unreadable",
            severity: .error,
            message: LocalizedText(
                english: error.message,
                japanese: "登録されたバージョン「\(path)」\(japanese)（\(error.message)）。"
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
