internal import LosslessYAML

/// The parts of a conda specification in its document.
extension YAMLDocument {
    func value(forRootKey key: String) -> YAMLNode? {
        root.flatMap { value(forKey: key, in: $0) }
    }

    var channelEntries: [YAMLNode] {
        value(forRootKey: "channels").map(entriesOfList) ?? []
    }

    /// The items of `dependencies`: packages, the mappings that contain pip's lists, and nulls.
    var dependencyItems: [YAMLNode] {
        value(forRootKey: "dependencies").map(itemsOfList) ?? []
    }

    var condaEntries: [YAMLNode] {
        dependencyItems.filter(isEntry)
    }

    /// The values of the `pip:` keys, in order; null where a value is missing.
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

    /// Returns the items of a list; for a scalar in place of a list, the scalar itself; for null, nothing.
    func itemsOfList(_ node: YAMLNode) -> [YAMLNode] {
        if kind(of: node) == .scalar { return isNull(node) ? [] : [node] }
        return items(of: node)
    }

    /// Whether an item of `dependencies` is a package entry, and not a mapping or null.
    func isEntry(_ item: YAMLNode) -> Bool {
        kind(of: item) == .scalar && !isNull(item)
    }

    func isNull(_ node: YAMLNode) -> Bool {
        kind(of: node) == .scalar && scalar(of: node) == .null
    }
}
