internal import LosslessYAML

/// The parts of a conda specification in its document.
extension YAMLDocument {
    func value(forRootKey key: String) -> YAMLNode? {
        root.flatMap { value(forKey: key, in: $0) }
    }

    var channelEntries: [YAMLNode] {
        value(forRootKey: "channels").map(entriesOfList) ?? []
    }

    /// The items of `dependencies`: packages, the mappings that hold pip's lists, and nothings.
    var dependencyItems: [YAMLNode] {
        value(forRootKey: "dependencies").map(itemsOfList) ?? []
    }

    var condaEntries: [YAMLNode] {
        dependencyItems.filter(isEntry)
    }

    /// The lists below `pip:`, in order; null where nothing is below it.
    var pipLists: [YAMLNode] {
        dependencyItems.filter { kind(of: $0) == .mapping }.flatMap { mapping in
            pairs(of: mapping).filter { string(of: $0.key) == "pip" }.map(\.value)
        }
    }

    /// The requirements and options of all `pip:` lists.
    var pipEntries: [YAMLNode] {
        pipLists.flatMap(entriesOfList)
    }

    /// The items of a list that are not null.
    private func entriesOfList(_ node: YAMLNode) -> [YAMLNode] {
        itemsOfList(node).filter { !isNull($0) }
    }

    /// The items of a list; the scalar itself where a text stands in the list's place, and nothing for null.
    func itemsOfList(_ node: YAMLNode) -> [YAMLNode] {
        if kind(of: node) == .scalar { return isNull(node) ? [] : [node] }
        return items(of: node)
    }

    /// Whether an item of `dependencies` is a package's, and not a mapping or null.
    func isEntry(_ item: YAMLNode) -> Bool {
        kind(of: item) == .scalar && !isNull(item)
    }

    func isNull(_ node: YAMLNode) -> Bool {
        kind(of: node) == .scalar && scalar(of: node) == .null
    }
}
