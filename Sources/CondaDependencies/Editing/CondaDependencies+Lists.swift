internal import AzureMLSupport
internal import LosslessYAML

/// Removes and replaces entries of the lists; `+Appending` adds them.
extension CondaDependencies {
    /// Removes all of these entries, or changes nothing when one of them cannot be removed.
    ///
    /// The names are those of the packages or options; `nil` when they were not read.
    mutating func remove(
        _ entries: [YAMLNode],
        named names: Set<String>?,
        from list: EntryList
    ) throws(CondaDependenciesError) {
        let listTexts = entries.filter { document?.keyOfValue($0) != nil }
        guard listTexts.isEmpty else { return try remove(entries, of: listTexts, named: names, from: list) }
        try edit { (document, _) throws(YAMLError) in
            let texts = entries.map(document.string)
            for entry in entries { try document.requireRemovable(entry) }
            for entry in entries { try document.remove(entry) }
            return names.map { [.removed(entries, texts: texts, names: $0, from: list)] }
        }
    }

    /// Removes entries, some of which are a whole list that is written as a single value.
    private mutating func remove(
        _ entries: [YAMLNode],
        of listTexts: [YAMLNode],
        named names: Set<String>?,
        from list: EntryList
    ) throws(CondaDependenciesError) {
        // A copy, so that nothing is lost when one of them cannot be removed.
        var edited = self
        for text in listTexts { try edited.emptyList(text) }
        let emptied = Set(listTexts)
        let items = entries.filter { !emptied.contains($0) }
        if !items.isEmpty { try edited.remove(items, named: names, from: list) }
        self = edited
    }

    /// Removes the only entry of a list that is written as a single value.
    private mutating func emptyList(_ text: YAMLNode) throws(CondaDependenciesError) {
        try edit { (document, _) throws(YAMLError) in
            if let key = document.keyOfValue(text) { try document.replaceValue(ofKey: key, with: .sequence([])) }
            return nil
        }
    }

    /// Replaces the text of one of these entries, which all name the same package or option, and removes the others.
    ///
    /// Changes nothing when this is not possible.
    mutating func replace(
        _ entries: [YAMLNode],
        of list: EntryList,
        with entry: NamedEntry,
        keeping kept: YAMLNode,
        movingToEnd: Bool = false
    ) throws(CondaDependenciesError) {
        let others = entries.filter { $0 != kept }
        try edit { (document, _) throws(YAMLError) in
            let texts = others.map(document.string)
            let oldText = document.string(of: kept)
            for other in others { try document.requireRemovable(other) }
            try document.requireReplaceable(kept, with: entry.text)
            if movingToEnd { try document.requireMovableToEnd(kept) }
            for other in others { try document.remove(other) }
            try document.replaceScalar(kept, with: entry.text)
            if movingToEnd { try document.moveToEnd(kept) }
            let names = Set([entry.name].compactMap { $0 })
            return [
                .removed(others, texts: texts, names: names, from: list),
                .replaced(kept, oldText: oldText, with: entry, in: list, movedToEnd: movingToEnd),
            ]
        }
    }
}
