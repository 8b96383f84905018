internal import AzureMLSupport

extension YAMLDocument {
    /// Puts an item behind the last one, in the style of its neighbours.
    ///
    /// - Returns: The new item.
    /// - Throws: `YAMLError` with the code `cannotEdit` for an alias, or where an alias repeats what would change.
    @discardableResult
    package mutating func append(_ content: YAMLContent, to sequence: YAMLNode) throws(YAMLError) -> YAMLNode {
        try requireCollection(sequence, .sequence)
        try openLayout(of: sequence)
        let slot = newSlot(for: content, in: sequence)
        absorbFoot(of: sequence)
        appendSlot(slot, to: sequence)
        return YAMLNode(slot.entry.value)
    }

    /// Puts a pair before another one, or behind the last one, in the style of its neighbours.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit` for an alias, or where an alias repeats what would change.
    package mutating func insert(
        _ content: YAMLContent,
        forKey key: String,
        into mapping: YAMLNode,
        before successor: YAMLNode? = nil
    ) throws(YAMLError) {
        try requireCollection(mapping, .mapping)
        try openLayout(of: mapping)
        let slot = newSlot(for: content, key: key, in: mapping)
        if layouts[mapping.index]?.column != nil, let successor, let position = slotPosition(of: successor) {
            insertSlot(slot, into: mapping, at: position)
        } else {
            appendSlot(slot, to: mapping)
        }
    }

    /// Takes an item, or a pair by its key, out of the document, with the comments that belong to it.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit` where an anchor, an alias or a comment in a flow collection
    ///   would be lost.
    package mutating func remove(_ entry: YAMLNode) throws(YAMLError) {
        try requireRemovable(entry)
        let parent = YAMLNode(self[entry].parent)
        guard let position = slotPosition(of: entry) else { return }
        layouts[parent.index]?.slots[position].isRemoved = true
        layouts[parent.index]?.liveCount -= 1
        markEdited(parent)
    }

    /// Refuses what ``remove(_:)`` and moving would refuse, before anything is changed.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit`.
    package mutating func requireRemovable(_ entry: YAMLNode) throws(YAMLError) {
        try requireNoAnchors(below: entry)
        let parent = YAMLNode(self[entry].parent)
        try openLayout(of: parent)
        guard layouts[parent.index]?.hasSeparatingComments != true else {
            throw cannotEdit(
                entry,
                "it stands between comments in a list in brackets",
                hint: "write the list with one '- ' line for each item, then edit it"
            )
        }
    }

    /// Moves an item behind the last one; its own comments go with it.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit`, as for removing.
    package mutating func moveToEnd(_ item: YAMLNode) throws(YAMLError) {
        let parent = YAMLNode(self[item].parent)
        try openLayout(of: parent)
        guard let entry = entry(of: item), hasEntries(behind: item, in: parent) else { return }
        try remove(item)
        let separator = separatorOfNewEntry(in: parent)
        absorbFoot(of: parent)
        appendSlot(CollectionLayout.Slot(separator: separator, entry: entry), to: parent)
    }

    /// Refuses what ``moveToEnd(_:)`` would refuse, before anything is changed.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit`.
    package mutating func requireMovableToEnd(_ item: YAMLNode) throws(YAMLError) {
        let parent = YAMLNode(self[item].parent)
        try openLayout(of: parent)
        if hasEntries(behind: item, in: parent) { try requireRemovable(item) }
    }

    private func hasEntries(behind node: YAMLNode, in collection: YAMLNode) -> Bool {
        guard let position = slotPosition(of: node), let slots = layouts[collection.index]?.slots else { return false }
        return slots[(position + 1)...].contains { !$0.isRemoved }
    }

    /// Puts the pairs of a mapping in the byte order of their keys. What separates pairs keeps its place.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit` for an alias, or where an alias repeats what would change.
    package mutating func sortPairs(of mapping: YAMLNode) throws(YAMLError) {
        try requireCollection(mapping, .mapping)
        try openLayout(of: mapping)
        guard let layout = layouts[mapping.index] else { return }
        let positions = layout.slots.indices.filter { !layout.slots[$0].isRemoved }
        let entries = positions.map { layout.slots[$0].entry }
        let sorted = entries.sorted { left, right in
            utf8(of: YAMLNode(left.key)).lexicographicallyPrecedes(utf8(of: YAMLNode(right.key)))
        }
        guard sorted.map(\.key) != entries.map(\.key) else { return }
        for (position, entry) in zip(positions, sorted) {
            layouts[mapping.index]?.slots[position].entry = entry
            nodes[Int(entry.key)].slot = Int32(truncatingIfNeeded: position)
        }
        markEdited(mapping)
    }

    /// Marks a collection and all around it, so that rendering goes into them.
    mutating func markEdited(_ collection: YAMLNode) {
        isEdited = true
        var index = collection.index
        while index >= 0, !nodes[Int(index)].flags.contains(.edited) {
            nodes[Int(index)].flags.insert(.edited)
            index = nodes[Int(index)].parent
        }
    }

    /// Comments below the last item stay above a new one: they are its separator now.
    private mutating func absorbFoot(of collection: YAMLNode) {
        guard let layout = layouts[collection.index], layout.column != nil else { return }
        let end = layout.foot.upperBound
        layouts[collection.index]?.foot = end..<end
    }

    private mutating func appendSlot(_ slot: CollectionLayout.Slot, to collection: YAMLNode) {
        let count = layouts[collection.index]?.slots.count ?? 0
        layouts[collection.index]?.slots.append(slot)
        layouts[collection.index]?.liveCount += 1
        let index = slot.entry.key >= 0 ? slot.entry.key : slot.entry.value
        nodes[Int(index)].slot = Int32(truncatingIfNeeded: count)
        markEdited(collection)
    }

    private mutating func insertSlot(_ slot: CollectionLayout.Slot, into mapping: YAMLNode, at position: Int) {
        layouts[mapping.index]?.slots.insert(slot, at: position)
        layouts[mapping.index]?.liveCount += 1
        // A separator stays at its place among the entries.
        if let successor = layouts[mapping.index]?.slots[position + 1], position == 0 {
            layouts[mapping.index]?.slots[0].separator = successor.separator
            layouts[mapping.index]?.slots[1].separator = successor.separator.upperBound..<successor.separator.upperBound
        }
        for (position, slot) in (layouts[mapping.index]?.slots ?? []).enumerated() {
            nodes[Int(slot.entry.key)].slot = Int32(truncatingIfNeeded: position)
        }
        markEdited(mapping)
    }

    private func requireCollection(_ node: YAMLNode, _ kind: YAMLNodeKind) throws(YAMLError) {
        guard self[node].kind != .alias else {
            throw cannotEdit(
                node,
                "it is an alias, and the edit would change every place that uses it",
                hint: "write the value out here instead of '*\(anchors[self[node].first] ?? "")'"
            )
        }
        guard self[node].kind == kind else {
            throw cannotEdit(
                node,
                kind == .sequence ? "it is no list" : "it is no mapping",
                hint: kind == .sequence ? "write it as a list" : "write it as 'key: value' lines"
            )
        }
    }
}
