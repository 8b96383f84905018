public import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// What was odd but kept, in the order of the text; no part of `==`.
    public var diagnostics: [Diagnostic] {
        guard let document else { return [] }
        return textsInPlaceOfLists(document) + valuesThatAreNoTexts(document)
    }

    /// `channels: conda-forge`, where a list was meant.
    private func textsInPlaceOfLists(_ document: YAMLDocument) -> [Diagnostic] {
        let keys = ["channels", "dependencies"].compactMap { key in value(forKey: key).map { (key, $0) } }
        let lists = keys + pipLists.map { ("pip", $0) }
        return lists.filter { document.kind(of: $0.1) == .scalar && !document.isNull($0.1) }.map { key, value in
            Diagnostic(
                code: "list-expected",
                severity: .warning,
                message: LocalizedText(
                    english:
                        "'\(key)' holds the text '\(document.string(of: value))', which is read as its only entry.",
                    japanese: "「\(key)」にリストではなく文字列「\(document.string(of: value))」が指定されているため、"
                        + "唯一の要素として扱います。"
                ),
                location: document.location(of: value),
                hint: "write it on a line of its own, behind '- '"
            )
        }
    }

    /// A number, a truth value or nothing where a package or channel was meant.
    private func valuesThatAreNoTexts(_ document: YAMLDocument) -> [Diagnostic] {
        let lists = [value(forKey: "channels"), value(forKey: "dependencies")].compactMap(\.self) + pipLists
        let items = lists.flatMap(document.itemsOfList)
        return items.filter { document.kind(of: $0) == .scalar && document.scalar(of: $0) != .string }.map { item in
            let text = document.string(of: item)
            return Diagnostic(
                code: "text-expected",
                severity: .warning,
                message: LocalizedText(
                    english: document.isNull(item)
                        ? "An entry is empty, and is passed over."
                        : "The entry \(text) is no text for YAML, and is read as '\(text)'.",
                    japanese: document.isNull(item)
                        ? "空の要素があるため、無視します。"
                        : "要素 \(text) は YAML では文字列ではないため、文字列「\(text)」として扱います。"
                ),
                location: document.location(of: item),
                hint: document.isNull(item) ? "remove the line" : "put it in quotes: '\(text)'"
            )
        }
    }
}
