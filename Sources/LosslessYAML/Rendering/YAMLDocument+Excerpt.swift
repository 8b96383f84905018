internal import AzureMLSupport

/// Verification of an edit in a long list without the lines that it does not touch.
///
/// `Documentation/Decisions/0039-an-edit-is-verified-by-an-excerpt.md` explains why this is enough.
extension YAMLDocument {
    /// Whether an excerpt of the edited text shows that the whole text would parse back to the edited data. Otherwise
    /// this is not known, and the whole text has to be parsed.
    func isVerifiedByExcerpt(of bytes: [UInt8]) -> Bool {
        // An alias could repeat a list. Outside ASCII, more bytes end a line when directives are counted.
        guard source.isASCII, anchors.isEmpty else { return false }
        var excerpt = self
        var omitted = Expansion()
        for id in layouts.all where self[layouts[id].collection].flags.contains(.edited) {
            let layout = layouts[id]
            let indentation = 2 * depth(of: layout.collection)
            let areLines = layout.slots.map { isUntouchedLine($0, column: layout.column) }
            excerpt.layouts[id].omitSlots { index in
                guard layout.isBetweenNeighbours(index, among: areLines) else { return false }
                let byteCount = layout[index].entry.text?.count ?? 0
                omitted.add(Expansion(nodeCount: 1, byteCount: byteCount, indentation: indentation))
                return true
            }
        }
        guard omitted.nodeCount > 0 else { return false }
        let text = excerpt.bytes
        guard text.count + omitted.byteCount == bytes.count,
            let reread = try? YAMLDocument(parsing: text, limits: limits.reduced(by: omitted))
        else { return false }
        return excerpt.hasSameData(as: reread)
    }

    /// Whether an item is a line of the source that has only a `-` and a plain scalar.
    private func isUntouchedLine(_ slot: CollectionLayout.Slot, column: Int?) -> Bool {
        let entry = slot.entry
        guard let column, !slot.isRemoved, slot.separator.isEmpty, entry.lead.isEmpty, entry.key == nil,
            let text = entry.text, Int(text.upperBound) <= source.bytes.count,
            entry.opening.count == column + 2, (1...2).contains(entry.tail.count)
        else { return false }
        let value = self[entry.value]
        return value.kind == .scalar && value.style == .plain && !value.flags.contains(.properties)
            && !value.text.isEmpty && value.text == entry.valueText && value.text == value.content
    }

    /// The number of collections around the items of a collection.
    private func depth(of collection: YAMLNode) -> Int {
        1 + (self[collection].parent.map(depth) ?? 0)
    }
}

extension CollectionLayout {
    /// Whether a slot and those beside it are lines that follow each other in the source as they do here.
    fileprivate func isBetweenNeighbours(_ index: SlotIndex, among areLines: [Bool]) -> Bool {
        let position = index.arrayIndex
        guard position > 0, position + 1 < slots.count,
            areLines[position - 1], areLines[position], areLines[position + 1]
        else { return false }
        let entry = slots[position].entry
        return slots[position - 1].entry.tail.upperBound == entry.opening.lowerBound
            && entry.tail.upperBound == slots[position + 1].entry.opening.lowerBound
    }
}
