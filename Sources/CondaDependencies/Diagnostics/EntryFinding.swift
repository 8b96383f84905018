internal import AzureMLSupport

/// A finding about one entry, before the location of the entry is known.
struct EntryFinding {
    /// The 1-based column in the text of the entry; `nil` for its start.
    var column: Int?
    /// Creates the diagnostic, which costs more than finding it.
    var diagnostic: (SourceLocation) -> Diagnostic
}

extension ParsedEntry<CondaMatchSpec> {
    /// The findings about an entry of conda's list.
    var findings: [EntryFinding] {
        switch package {
        case .failure(let error):
            return [
                EntryFinding(column: error.column) { [text] in
                    CondaDiagnostics.matchSpecInvalid(text, error.reason.text, at: $0)
                }
            ]
        case .success(let spec):
            guard let file = spec.packageFile, LocalPlace.isLocal(file) || !file.contains("/") else { return [] }
            return [EntryFinding { CondaDiagnostics.localPackage(file, at: $0) }]
        }
    }
}

extension ParsedEntry<PipRequirement> {
    /// The findings about a line of pip's list.
    var findings: [EntryFinding] {
        switch package {
        case .failure(let error):
            return [
                EntryFinding(column: error.column) { [text] in
                    CondaDiagnostics.requirementInvalid(text, error.reason.text, at: $0)
                }
            ]
        case .success(let requirement):
            return requirement.localPlaceFinding.map { [$0] } ?? []
        }
    }
}

extension PipRequirement {
    /// The finding about a file or folder that the image build cannot see.
    fileprivate var localPlaceFinding: EntryFinding? {
        if kind == .option, let option, let value = option.value {
            let name = PipOption(text)?.name
            if name == "--requirement" || name == "--constraint" {
                return EntryFinding { CondaDiagnostics.includedFile(value, at: $0) }
            }
            let takesPlace = ["--find-links", "--index-url", "--extra-index-url"].contains(name)
            guard takesPlace, LocalPlace.isLocal(value) else { return nil }
            return EntryFinding { CondaDiagnostics.localPath(value, of: .option, at: $0) }
        }
        guard let url, LocalPlace.isLocal(url) else { return nil }
        return EntryFinding { [wheel] in
            CondaDiagnostics.localPath(url, of: wheel == nil ? .source : .wheel, at: $0)
        }
    }
}
