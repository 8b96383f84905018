internal import AzureMLSupport

extension YAMLDocument {
    /// Appends an item in the style of its neighbours.
    ///
    /// - Returns: The new item.
    /// - Throws: `YAMLError` with the code `editRefused` for an alias, or if an alias repeats the list.
    @discardableResult
    package mutating func append(_ content: YAMLContent, to sequence: YAMLNode) throws(YAMLError) -> YAMLNode {
        try requireCollection(sequence, .sequence)
        let layout = try openLayout(of: sequence)
        let slot = newSlot(for: content, in: layout)
        layouts[layout].absorbFoot()
        appendSlot(slot, to: layout)
        return slot.entry.value
    }

    /// Inserts a pair before another one, or after the last one, in the style of its neighbours.
    ///
    /// - Throws: `YAMLError` with the code `editRefused` for an alias, or if an alias repeats the mapping.
    package mutating func insert(
        _ content: YAMLContent,
        forKey key: String,
        into mapping: YAMLNode,
        before successor: YAMLNode? = nil
    ) throws(YAMLError) {
        try requireCollection(mapping, .mapping)
        let layout = try openLayout(of: mapping)
        guard layouts[layout].column != nil, let successor, self[successor].parent == mapping else {
            return appendSlot(newSlot(for: content, key: key, in: layout), to: layout)
        }
        let place = try openEntry(of: successor)
        layouts[layout].insert(newSlot(for: content, key: key, in: layout), before: place.slot)
        rememberSlots(of: layout)
        markEdited(mapping)
    }

    /// Removes an item, or a pair by its key, from the document, with the comments that belong to it.
    ///
    /// - Throws: `YAMLError` with the code `editRefused` if an anchor, an alias or a comment in a flow collection
    ///   would be lost.
    package mutating func remove(_ entry: YAMLNode) throws(YAMLError) {
        let place = try openRemovable(entry)
        layouts[place.layout].removeEntry(at: place.slot)
        markEdited(layouts[place.layout].collection)
    }

    /// Throws if ``remove(_:)`` or moving would throw for the entry, before anything is changed.
    ///
    /// - Throws: `YAMLError` with the code `editRefused`.
    package mutating func requireRemovable(_ entry: YAMLNode) throws(YAMLError) {
        _ = try openRemovable(entry)
    }

    private mutating func openRemovable(_ entry: YAMLNode) throws(YAMLError) -> LayoutTable.Place {
        try requireNoAnchors(below: entry)
        let place = try openEntry(of: entry)
        guard !layouts[place.layout].hasSeparatingComments else {
            throw editRefused(
                entry,
                "it is between comments in a list in brackets",
                hint: "write the list with one '- ' line for each item, then edit it"
            )
        }
        return place
    }

    /// Moves an item to the end of its list, with the comments that belong to it.
    ///
    /// - Throws: `YAMLError` with the code `editRefused`, as for removing.
    package mutating func moveToEnd(_ item: YAMLNode) throws(YAMLError) {
        let place = try openEntry(of: item)
        guard layouts[place.layout].hasEntries(after: place.slot) else { return }
        try remove(item)
        let separator = separatorOfNewEntry(in: place.layout)
        layouts[place.layout].absorbFoot()
        appendSlot(CollectionLayout.Slot(separator: separator, entry: layouts[place].entry), to: place.layout)
    }

    /// Throws if ``moveToEnd(_:)`` would throw for the item, before anything is changed.
    ///
    /// - Throws: `YAMLError` with the code `editRefused`.
    package mutating func requireMovableToEnd(_ item: YAMLNode) throws(YAMLError) {
        let place = try openEntry(of: item)
        if layouts[place.layout].hasEntries(after: place.slot) { try requireRemovable(item) }
    }

    /// Puts the pairs of a mapping in the byte order of their keys. The text that separates pairs does not move.
    ///
    /// - Throws: `YAMLError` with the code `editRefused` for an alias, or if an alias repeats the mapping.
    package mutating func sortPairs(of mapping: YAMLNode) throws(YAMLError) {
        try requireCollection(mapping, .mapping)
        let layout = try openLayout(of: mapping)
        let places = layouts[layout].indices.filter { !layouts[layout][$0].isRemoved }
        let entries = places.map { layouts[layout][$0].entry }
        let sorted = entries.sorted { left, right in
            utf8(of: left.node).lexicographicallyPrecedes(utf8(of: right.node))
        }
        guard sorted.map(\.node) != entries.map(\.node) else { return }
        for (place, entry) in zip(places, sorted) { layouts[layout][place].entry = entry }
        rememberSlots(of: layout)
        markEdited(mapping)
    }

    /// Marks a collection and all collections around it as edited, so that rendering goes into them.
    mutating func markEdited(_ collection: YAMLNode) {
        isEdited = true
        var unmarked: YAMLNode? = collection
        while let node = unmarked, !self[node].flags.contains(.edited) {
            self[node].flags.insert(.edited)
            unmarked = self[node].parent
        }
    }

    private mutating func appendSlot(_ slot: CollectionLayout.Slot, to layout: LayoutTable.ID) {
        let index = layouts[layout].append(slot)
        rememberSlot(LayoutTable.Place(layout: layout, slot: index))
        markEdited(layouts[layout].collection)
    }

    private func requireCollection(_ node: YAMLNode, _ kind: YAMLNodeKind) throws(YAMLError) {
        guard self[node].kind != .alias else {
            throw editRefused(
                node,
                "it is an alias, and the edit would change every place that uses it",
                hint: "write the value out here instead of '*\(self[node].aliasTarget.flatMap { anchors[$0] } ?? "")'"
            )
        }
        guard self[node].kind == kind else {
            throw editRefused(
                node,
                kind == .sequence ? "it is not a list" : "it is not a mapping",
                hint: kind == .sequence ? "write it as a list" : "write it as 'key: value' lines"
            )
        }
    }
}
