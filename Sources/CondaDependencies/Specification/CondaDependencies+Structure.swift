internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// The keys that azureml-core accepts at the top of a specification, in the order in which conda writes them.
    static let keys = ["name", "channels", "dependencies", "prefix", "variables"]

    /// Refuses a text that does not have the structure of a conda specification.
    func requireStructure() throws(CondaDependenciesError) {
        guard let document else { return }
        guard let root = document.root else {
            throw CondaDependenciesError(
                .structureInvalid,
                "the text has no conda specification, only blanks and comments",
                at: SourceLocation(file: document.file, line: 1, column: 1),
                hint: "write at least 'dependencies:' with one package below it, such as '- python=3.10'"
            )
        }
        guard document.kind(of: root) == .mapping else {
            throw CondaDependenciesError(
                .structureInvalid,
                "a conda specification must be a mapping of keys to values, not \(document.kindText(of: root))",
                at: document.location(of: root),
                hint: "start with 'dependencies:' and put the packages below it, each after '- '"
            )
        }
        let pairs = document.pairs(of: root)
        for (key, value) in pairs {
            try requireValue(value, ofKey: requireValidKey(key, in: document), in: document)
        }
    }

    /// Returns the name of a key that azureml-core accepts.
    private func requireValidKey(
        _ key: YAMLNode,
        in document: YAMLDocument
    ) throws(CondaDependenciesError) -> String {
        guard let validKey = Self.keys.first(where: { document.isScalar(key, $0) }) else {
            let name = document.string(of: key)
            throw CondaDependenciesError(
                .keyUnknown,
                "'\(name)' is not a key of a conda specification",
                at: document.location(of: key),
                hint: document.otherKind?.hint ?? Self.hint(forUnknownKey: name)
            )
        }
        return validKey
    }

    private static func hint(forUnknownKey name: String) -> String {
        if keys.contains(name.lowercased()) { return "write '\(name.lowercased())'; keys are case-sensitive" }
        if name == "pip" { return "make it an item of 'dependencies': '- pip:', with its list below it" }
        return "use \(keys.joined(separator: ", ")) only"
    }

    private func requireValue(
        _ value: YAMLNode,
        ofKey key: String,
        in document: YAMLDocument
    ) throws(CondaDependenciesError) {
        let kind = document.kind(of: value)
        switch key {
        case "name", "prefix":
            guard kind == .scalar else { throw document.wrongKind(value, key: key, wants: "a single value") }
        case "variables":
            guard kind == .mapping || document.isNull(value) else {
                throw document.wrongKind(value, key: key, wants: "a mapping of names to values")
            }
        case "channels":
            guard kind != .mapping else { throw document.wrongKind(value, key: key, wants: "a list") }
            try requireTexts(in: value, of: "channels", document)
        default:
            guard kind != .mapping else { throw document.wrongKind(value, key: key, wants: "a list") }
            try requireDependencies(in: value, document)
        }
    }

    private func requireDependencies(
        in list: YAMLNode,
        _ document: YAMLDocument
    ) throws(CondaDependenciesError) {
        for item in document.collections(in: list) {
            guard document.kind(of: item) == .mapping else {
                throw document.wrongKind(item, key: "dependencies", wants: "a package, not a list inside the list,")
            }
            for (key, value) in document.pairs(of: item) where document.string(of: key) == "pip" {
                guard document.kind(of: value) != .mapping else {
                    throw document.wrongKind(value, key: "pip", wants: "a list")
                }
                try requireTexts(in: value, of: "pip", document)
            }
        }
    }

    private func requireTexts(
        in list: YAMLNode,
        of key: String,
        _ document: YAMLDocument
    ) throws(CondaDependenciesError) {
        guard let item = document.collections(in: list).first else { return }
        throw document.wrongKind(
            item,
            key: key,
            wants: "a single value after each '- '",
            hint: key == "pip" ? document.strayMapping(item)?.hintForPip : nil
        )
    }
}

extension YAMLDocument {
    /// The kind of file that the keys at the root show, if it is not a conda file.
    fileprivate var otherKind: OtherFileKind? {
        root.flatMap { root in OtherFileKind(keys: pairs(of: root).map { string(of: $0.key) }) }
    }

    func kindText(of node: YAMLNode) -> String {
        switch kind(of: node) {
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .alias: "an alias"
        }
    }

    func wrongKind(
        _ node: YAMLNode,
        key: String,
        wants: String,
        hint: String? = nil
    ) -> CondaDependenciesError {
        CondaDependenciesError(
            .structureInvalid,
            "'\(key)' has \(kindText(of: node)) where \(wants) is expected",
            at: location(of: node),
            hint: isTemplate(node) ? YAMLError.templateHint : hint ?? Self.hint(forValueOf: key)
        )
    }

    /// Whether a value is a template's `{{ name }}`, which YAML reads as mappings in braces.
    func isTemplate(_ node: YAMLNode) -> Bool {
        let outer = pairs(of: node)
        return style(of: node) == .flow && outer.count == 1
            && outer.allSatisfy { kind(of: $0.key) == .mapping && style(of: $0.key) == .flow }
    }

    /// The only pair of a mapping that is an item of a list; `nil` for every other item.
    func strayMapping(_ item: YAMLNode) -> StrayMapping? {
        let pairs = pairs(of: item)
        guard pairs.count == 1, let (key, value) = pairs.first, kind(of: key) == .scalar else { return nil }
        return StrayMapping(key, value, in: self)
    }

    private static func hint(forValueOf key: String) -> String {
        switch key {
        case "dependencies", "pip", "channels": "write each entry on its own line, after '- '"
        case "variables": "write each variable on its own line below 'variables:', such as '  NAME: value'"
        default: "write '\(key): value'"
        }
    }
}
