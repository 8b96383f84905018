public import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// What was odd but kept, kind by kind in the order of the text; no part of `==`.
    public var diagnostics: [Diagnostic] {
        guard let document else { return [] }
        let findings =
            listsThatAreNone(document) + itemsThatAreNoTexts(document) + itemsThatAreNoPackages(document)
            + valuesWithoutProof(document)
        let told = findings.prefix(Self.mostDiagnostics)
        return zip(told, document.locations(of: told.map(\.node))).map { finding, location in
            Diagnostic(
                code: finding.code,
                severity: finding.severity,
                message: finding.message,
                location: finding.column.map { location.moved(to: $0, in: document.string(of: finding.node)) }
                    ?? location,
                hint: finding.hint
            )
        }
    }

    /// Nobody reads more, and a stranger's file may hold a million.
    private static let mostDiagnostics = 100

    /// A diagnostic whose place is still a node.
    struct Finding {
        var node: YAMLNode
        /// The column within the text of the node, from 1; `nil` for its start.
        var column: Int?
        var code: Diagnostic.Code
        var severity: Diagnostic.Severity
        var message: LocalizedText
        var hint: FixHint
    }

    /// The lists of the specification with the keys in front of them.
    private func lists(_ document: YAMLDocument) -> [(key: String, value: YAMLNode)] {
        let keys = ["channels", "dependencies"]
        return keys.compactMap { key in document.value(forRootKey: key).map { (key: key, value: $0) } }
            + document.pipLists.map { (key: "pip", value: $0) }
    }

    /// `channels: conda-forge` or an empty `dependencies:`, where a list was meant.
    private func listsThatAreNone(_ document: YAMLDocument) -> [Finding] {
        lists(document).filter { document.kind(of: $0.value) == .scalar }.map { key, value in
            let isNull = document.isNull(value)
            let english =
                isNull
                ? "`\(key)` is empty, and azureml-core cannot open that"
                : "`\(key)` is a text instead of a list, and azureml-core reads it letter by letter"
            let japanese =
                isNull
                ? "`\(key)` が空で、azureml-core では開けません"
                : "`\(key)` がリストではなく文字列で、azureml-core では 1 文字ずつ読み取られます"
            return Finding(
                node: value,
                code: "conda-dependencies-invalid",
                severity: .error,
                message: LocalizedText(
                    english: "The conda specification is not well formed: \(english).",
                    japanese: "conda 仕様の形式が正しくありません（\(japanese)）。"
                ),
                hint: isNull
                    ? "write '\(key): []', or remove the line"
                    : "write the entry on a line of its own, behind '- '"
            )
        }
    }

    /// A number, a date, a truth value or nothing where a package or channel was meant.
    private func itemsThatAreNoTexts(_ document: YAMLDocument) -> [Finding] {
        let items = lists(document).flatMap { document.items(of: $0.value) }
        return items.compactMap { item in
            guard document.kind(of: item) == .scalar, let kind = document.scalar(of: item).kindText else { return nil }
            let text = document.string(of: item)
            return Finding(
                node: item,
                code: "yaml-item-not-text",
                severity: .error,
                message: LocalizedText(
                    english: "'\(text)' is read as \(kind.english), not as the name of a package.",
                    japanese: "「\(text)」はパッケージ名ではなく\(kind.japanese)として読み取られます。"
                ),
                hint: document.isNull(item) ? "remove the line" : "put it in quotes: '\(text)'"
            )
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
            return Finding(
                node: node,
                code: "name-prediction-unproved",
                severity: .info,
                message: LocalizedText(
                    english: "The predicted name may differ from Azure's, because no known case covers '\(text)'.",
                    japanese: "「\(text)」を含む既知の例がないため、予測した名前は Azure のものと異なる可能性があります。"
                ),
                hint: document.isKey(node) ? "use a shorter name" : "put it in quotes: '\(text)'"
            )
        }
    }
}

extension YAMLScalar {
    /// What a value is called; `nil` for a text.
    fileprivate var kindText: LocalizedText? {
        switch self {
        case .null: LocalizedText(english: "an empty value", japanese: "空の値")
        case .bool: LocalizedText(english: "a truth value", japanese: "真偽値")
        case .number: LocalizedText(english: "a number", japanese: "数値")
        case .timestamp: LocalizedText(english: "a date", japanese: "日付")
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
