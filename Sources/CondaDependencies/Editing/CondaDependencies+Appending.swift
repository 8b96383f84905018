internal import LosslessYAML

extension CondaDependencies {
    /// Appends an entry to its list, creating the list when it is missing or empty.
    mutating func appendEntry(_ entry: NamedEntry, to list: EntryList) throws(CondaDependenciesError) {
        switch list {
        case .channels: try appendEntry(entry, to: list, atKey: "channels")
        case .condaPackages: try appendEntry(entry, to: list, atKey: "dependencies")
        case .pipItems:
            if let pipList = content.lastPipList {
                try appendEntry(entry, toPipList: pipList)
            } else {
                try appendPipList([.text(entry.text)])
            }
        }
    }

    /// Appends a `pip:` list with these items to the dependencies.
    mutating func appendPipList(_ items: [YAMLContent]) throws(CondaDependenciesError) {
        let pip = YAMLContent.mapping([(key: "pip", value: .sequence(items))])
        try edit { (document, root) throws(YAMLError) in
            _ = try document.appendItem(pip, toListAtKey: "dependencies", of: root)
            return nil
        }
    }

    private mutating func appendEntry(
        _ entry: NamedEntry,
        to list: EntryList,
        atKey key: String
    ) throws(CondaDependenciesError) {
        try edit { (document, root) throws(YAMLError) in
            try document.appendItem(.text(entry.text), toListAtKey: key, of: root)
                .map { [.appended($0, entry, to: list)] }
        }
    }

    private mutating func appendEntry(
        _ entry: NamedEntry,
        toPipList list: YAMLNode
    ) throws(CondaDependenciesError) {
        try edit { (document, _) throws(YAMLError) in
            if document.kind(of: list) == .scalar, let key = document.keyOfValue(list) {
                let old = document.isNull(list) ? [] : [YAMLContent.text(document.string(of: list))]
                try document.replaceValue(ofKey: key, with: .sequence(old + [.text(entry.text)]))
                return nil
            }
            return [.appended(try document.append(.text(entry.text), to: list), entry, to: .pipItems)]
        }
    }
}

extension YAMLDocument {
    /// Appends an item to a list at the root, creating the list when it is missing or empty.
    ///
    /// - Returns: The new item; `nil` when the list itself is new.
    fileprivate mutating func appendItem(
        _ item: YAMLContent,
        toListAtKey key: String,
        of root: YAMLNode
    ) throws(YAMLError) -> YAMLNode? {
        guard let keyNode = self.key(key, in: root), let value = value(forKey: key, in: root) else {
            try insert(.sequence([item]), forKey: key, into: root, before: successor(ofNewKey: key, in: root))
            return nil
        }
        if isNull(value) {
            try replaceValue(ofKey: keyNode, with: .sequence([item]))
            return nil
        }
        if kind(of: value) == .scalar {
            try replaceValue(ofKey: keyNode, with: .sequence([.text(string(of: value)), item]))
            return nil
        }
        return try append(item, to: value)
    }

    /// Returns the key before which a new key is inserted, so that it follows the last of its usual predecessors.
    private func successor(ofNewKey key: String, in root: YAMLNode) -> YAMLNode? {
        let keys = pairs(of: root).map(\.key)
        let before = CondaDependencies.keys.prefix { $0 != key }
        guard let predecessor = keys.lastIndex(where: { before.contains(string(of: $0)) }) else { return nil }
        return predecessor + 1 < keys.count ? keys[predecessor + 1] : nil
    }
}
