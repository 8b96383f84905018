internal import AzureMLSupport

/// A finding about one entry, before the location of the entry is known.
struct EntryFinding {
    /// The 1-based column in the text of the entry; `nil` for its start.
    var column: Int?
    /// Whether no package can be recognized in the entry.
    var isUnreadableEntry = false
    /// Creates the diagnostic, which costs more than finding it.
    var diagnostic: (SourceLocation) -> Diagnostic
}

extension ParsedEntry<CondaMatchSpec> {
    /// The findings about an entry of conda's list.
    var findings: [EntryFinding] {
        switch package {
        case .failure(let error) where error.reason == .invalidFileName && LocalPlace.isLocal(text):
            return [EntryFinding(isUnreadableEntry: true) { [text] in CondaDiagnostics.localPackage(text, at: $0) }]
        case .failure(let error):
            return [
                EntryFinding(column: error.column, isUnreadableEntry: true) { [text] in
                    CondaDiagnostics.matchSpecInvalid(text, error.reason.text, at: $0)
                }
            ]
        case .success(let spec):
            if let file = spec.packageFile, LocalPlace.isLocal(file) {
                return [EntryFinding { CondaDiagnostics.localPackage(file, at: $0) }]
            }
            guard let channel = spec.channel, LocalPlace.isLocalChannel(channel) else { return [] }
            return [EntryFinding { CondaDiagnostics.channelNotReachable(channel, at: $0) }]
        }
    }
}

extension ParsedEntry<PipRequirement> {
    /// The findings about a line of pip's list.
    var findings: [EntryFinding] {
        switch package {
        case .failure(let error):
            return [
                EntryFinding(column: error.column, isUnreadableEntry: true) { [text] in
                    CondaDiagnostics.requirementInvalid(text, error.reason.text, at: $0)
                }
            ]
        case .success(let requirement):
            return requirement.localPlaceFindings + unreplacedReference
        }
    }
}

extension ParsedEntry<PipRequirement> {
    /// The finding about a variable that pip does not replace.
    private var unreplacedReference: [EntryFinding] {
        // Few lines have one.
        guard text.utf8.contains(UInt8(ascii: "$")) else { return [] }
        let bytes = Array(text.utf8)
        guard let range = ReferenceGrammar.pip.firstUnreplaced(in: bytes) else { return [] }
        let reference = String(decoding: bytes[range], as: UTF8.self)
        return [
            EntryFinding(column: range.lowerBound + 1) { CondaDiagnostics.variableNotReplaced(reference, at: $0) }
        ]
    }
}

extension PipRequirement {
    /// The findings about files and folders that the image build cannot see.
    fileprivate var localPlaceFindings: [EntryFinding] {
        if kind == .option {
            return zip(options, optionColumns).compactMap { option, column in
                option.value.flatMap { Self.localPlaceFinding(option.name, value: $0, column: column) }
            }
        }
        guard let url, LocalPlace.isLocal(url) else { return [] }
        let kind: CondaDiagnostics.LocalPathKind = file == nil ? .source : .distribution
        return [EntryFinding(column: urlColumn) { CondaDiagnostics.localPath(url, of: kind, at: $0) }]
    }

    private static func localPlaceFinding(_ option: String, value: String, column: Int) -> EntryFinding? {
        switch PipOption.longName(option) {
        case "--requirement":
            return EntryFinding(column: column) { CondaDiagnostics.includedFile(value, isConstraint: false, at: $0) }
        case "--constraint":
            return EntryFinding(column: column) { CondaDiagnostics.includedFile(value, isConstraint: true, at: $0) }
        case "--find-links", "--index-url", "--extra-index-url":
            guard LocalPlace.isLocal(value) else { return nil }
            return EntryFinding(column: column) { CondaDiagnostics.localPath(value, of: .option, at: $0) }
        default: return nil
        }
    }
}
