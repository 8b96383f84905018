public import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// What was odd but kept, kind by kind in the order of the text; no part of `==`.
    public var diagnostics: [Diagnostic] {
        diagnostics(of: packages)
    }

    /// The diagnostics of a specification whose packages were read already.
    package func diagnostics(of packages: SpecificationPackages) -> [Diagnostic] {
        guard let document else { return [] }
        let lists = lists(document)
        let findings =
            nonListKeys(lists, in: document) + nonTextItems(lists, in: document)
            + unparsedPackages(packages, in: document) + valuesWithoutProof(document)
        let told = findings.prefix(Self.mostDiagnostics)
        let places = document.locations(of: told.map { (node: $0.node, textOffset: $0.column.map { $0 - 1 }) })
        return zip(told, places).map { $0.diagnostic($1) }
    }

    /// Nobody reads more, and a stranger's file may hold a million.
    private static let mostDiagnostics = 100

    /// A diagnostic whose place is still a node.
    struct Finding {
        var node: YAMLNode
        /// The column within the text of the node, from 1; `nil` for its start.
        var column: Int?
        /// Makes the diagnostic, which costs more than finding it and is wanted of the first ones alone.
        var diagnostic: (SourceLocation) -> Diagnostic
    }

    /// The lists of the specification with the keys in front of them.
    private func lists(_ document: YAMLDocument) -> [SpecificationList] {
        let keys = ["channels", "dependencies"]
        return keys.compactMap { key in document.value(forRootKey: key).map { (key: key, value: $0) } }
            + document.pipLists.map { (key: "pip", value: $0) }
    }

    private typealias SpecificationList = (key: String, value: YAMLNode)

    private func nonListKeys(_ lists: [SpecificationList], in document: YAMLDocument) -> [Finding] {
        lists.filter { document.kind(of: $0.value) == .scalar }.map { key, value in
            let isNull = document.isNull(value)
            return Finding(node: value) { CondaDiagnostics.notAList(key: key, isEmpty: isNull, at: $0) }
        }
    }

    private func nonTextItems(_ lists: [SpecificationList], in document: YAMLDocument) -> [Finding] {
        let items = lists.flatMap { document.items(of: $0.value) }
        return items.compactMap { item in
            guard document.kind(of: item) == .scalar, let kind = document.scalar(of: item).kindText else { return nil }
            let text = document.string(of: item)
            let isNull = document.isNull(item)
            return Finding(node: item) { CondaDiagnostics.notAText(text, kind, isEmpty: isNull, at: $0) }
        }
    }

    /// A date, infinity or a value that is no number, which azureml-core cannot send to Azure ML; and a key of a length
    /// at which PyYAML and libyaml write keys in different ways.
    private func valuesWithoutProof(_ document: YAMLDocument) -> [Finding] {
        guard let root = document.root else { return [] }
        let unproven = document.scalars(below: root).filter { node in
            !document.scalar(of: node).canBeSent || (document.isKey(node) && document.utf8(of: node).count > 122)
        }
        return unproven.map { node in
            let text = document.string(of: node)
            let isKey = document.isKey(node)
            return Finding(node: node) { CondaDiagnostics.nameUnproven(text, isKey: isKey, at: $0) }
        }
    }
}

extension YAMLScalar {
    /// What a value is called; `nil` for a text.
    fileprivate var kindText: LocalizedText? {
        switch self {
        case .null: CondaDiagnostics.Kind.emptyValue
        case .bool: CondaDiagnostics.Kind.truthValue
        case .number: CondaDiagnostics.Kind.number
        case .timestamp: CondaDiagnostics.Kind.date
        case .string: nil
        }
    }

    /// Whether JSON, in which azureml-core sends specifications, has the value.
    fileprivate var canBeSent: Bool {
        switch self {
        case .timestamp: false
        case .number(.float(let value)): value.isFinite
        default: true
        }
    }
}
