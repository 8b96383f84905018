public import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// The findings about the text, grouped by kind, each group in document order, with their places in
    /// ``serializeToString()``; `==` ignores them.
    ///
    /// A comment `# azureml: ignore ID` at the end of the line of a finding, or alone on the line above it, suppresses
    /// the finding with that code.
    public var diagnostics: [Diagnostic] {
        guard let document = documentWithPlaces else { return [] }
        let findings = findings(in: document)
        let comments = document.suppressionComments
        guard !comments.isEmpty else {
            return Self.diagnostics(of: findings.prefix(Self.maximumDiagnostics), in: document)
        }
        let candidates = Self.diagnostics(of: findings.prefix(Self.maximumCandidates), in: document)
        return Array(comments.removingSuppressed(candidates).prefix(Self.maximumDiagnostics))
    }

    /// Returns the diagnostics of entries in which no package can be recognized, including those that comments
    /// suppress: a comment from a stranger must not hide what a search could not read.
    package func unreadableEntries(among packages: SpecificationPackages) -> [Diagnostic] {
        guard let document else { return [] }
        let findings = packageFindings(packages, in: document).filter(\.isUnreadableEntry)
        return Self.diagnostics(of: findings.prefix(Self.maximumDiagnostics), in: document)
    }

    /// The text, parsed again after an edit: an edited document has no places of its new entries.
    var documentWithPlaces: YAMLDocument? {
        guard let document, !content.isAsRead else { return document }
        return (try? document.reread()) ?? document
    }

    private func findings(in document: YAMLDocument) -> [Finding] {
        let lists = lists(document)
        return nonListKeys(lists, in: document) + nonTextItems(lists, in: document)
            + packageFindings(SpecificationPackages(of: document), in: document) + unverifiedValues(document)
    }

    private static func diagnostics(of reported: ArraySlice<Finding>, in document: YAMLDocument) -> [Diagnostic] {
        let locations = document.locations(of: reported.map { (node: $0.node, textOffset: $0.column.map { $0 - 1 }) })
        return zip(reported, locations).map { $0.diagnostic($1) }
    }

    /// Returns the diagnostics without those that comments in the specification suppress.
    package func removingSuppressed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        document?.suppressionComments.removingSuppressed(diagnostics) ?? diagnostics
    }

    /// The maximum number of diagnostics. A file from a stranger may have a million findings, and users read only the
    /// first ones.
    package static let maximumDiagnostics = 100
    /// The maximum number of findings of which comments can suppress some: one comment can suppress a million findings
    /// on its line.
    private static let maximumCandidates = 1000

    /// A diagnostic whose location is still a node.
    struct Finding {
        var node: YAMLNode
        /// The 1-based column within the text of the node; `nil` for its start.
        var column: Int?
        /// Whether no package can be recognized in an entry.
        var isUnreadableEntry = false
        /// Creates the diagnostic, which costs more than finding it and is needed only for the first findings.
        var diagnostic: (SourceLocation) -> Diagnostic
    }

    /// Returns the lists of the specification with their keys.
    private func lists(_ document: YAMLDocument) -> [SpecificationList] {
        let keys = ["channels", "dependencies"]
        return keys.compactMap { key in document.value(forRootKey: key).map { (key: key, value: $0) } }
            + document.pipLists.map { (key: "pip", value: $0) }
    }

    private typealias SpecificationList = (key: String, value: YAMLNode)

    private func nonListKeys(_ lists: [SpecificationList], in document: YAMLDocument) -> [Finding] {
        lists.filter { document.kind(of: $0.value) == .scalar }.map { key, value in
            let text = document.string(of: value)
            let content: CondaDiagnostics.NotAList =
                document.isNull(value) ? .empty : key == "pip" && Self.isVersion(text) ? .version(text) : .text
            return Finding(node: value) { CondaDiagnostics.notAList(key: key, content, at: $0) }
        }
    }

    /// Whether the text after `pip:` is rather the version of pip than a requirement.
    private static func isVersion(_ text: String) -> Bool {
        text.utf8.first?.isASCIIDigit == true && PipVersion(text) != nil
    }

    private func nonTextItems(_ lists: [SpecificationList], in document: YAMLDocument) -> [Finding] {
        lists.flatMap { key, list in
            document.items(of: list).compactMap { item -> Finding? in
                guard document.kind(of: item) == .scalar, let kind = document.scalar(of: item).kindText else {
                    return nil
                }
                let text = document.string(of: item)
                let advice = document.isNull(item) ? CondaDiagnostics.removingLine : Self.advice(for: text, in: key)
                return Finding(node: item) {
                    CondaDiagnostics.notAText(text, kind, isChannel: key == "channels", hint: advice, at: $0)
                }
            }
        }
    }

    /// Proposes quotes where the quoted text is an entry of the list.
    private static func advice(for text: String, in key: String) -> LocalizedText {
        switch key {
        case "channels": CondaDiagnostics.quoting(text)
        case "pip":
            (try? PipRequirement(parsing: text)) == nil
                ? PackageKind.pipRequirement.hint : CondaDiagnostics.quoting(text)
        default:
            (try? CondaMatchSpec(parsing: text)) == nil
                ? PackageKind.condaPackage.hint : CondaDiagnostics.quoting(text)
        }
    }

    /// Finds dates, infinities and NaN, which azureml-core cannot send to Azure ML, and keys so long that PyYAML and
    /// libyaml write them in different ways.
    private func unverifiedValues(_ document: YAMLDocument) -> [Finding] {
        guard let root = document.root else { return [] }
        let unverified = document.scalars(below: root).filter { node in
            !document.scalar(of: node).canBeSent || (document.isKey(node) && document.utf8(of: node).count > 122)
        }
        return unverified.map { node in
            let text = document.string(of: node)
            let isKey = document.isKey(node)
            return Finding(node: node) { CondaDiagnostics.nameUnproven(text, isKey: isKey, at: $0) }
        }
    }
}

extension YAMLScalar {
    /// The name of the value's kind; `nil` for a string.
    fileprivate var kindText: LocalizedText? {
        switch self {
        case .null: CondaDiagnostics.Kind.emptyValue
        case .bool: CondaDiagnostics.Kind.boolean
        case .number: CondaDiagnostics.Kind.number
        case .timestamp: CondaDiagnostics.Kind.date
        case .string: nil
        }
    }

    /// Whether JSON, in which azureml-core sends specifications, can express the value.
    fileprivate var canBeSent: Bool {
        switch self {
        case .timestamp: false
        case .number(.float(let value)): value.isFinite
        default: true
        }
    }
}
