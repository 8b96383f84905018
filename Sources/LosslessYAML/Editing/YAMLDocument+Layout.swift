internal import AzureMLSupport

extension YAMLDocument {
    /// Makes the layouts of a collection and of all around it known, which the first edit of each needs.
    mutating func openLayout(of collection: YAMLNode) throws(YAMLError) {
        try requireRoom(at: collection)
        guard layouts[collection.index] == nil else { return }
        let record = self[collection]
        try requireNoAlias(of: collection)
        let extent = try extent(of: collection)
        var layout =
            record.style == .flow
            ? try flowLayout(of: collection)
            : try blockLayout(of: collection, within: extent)
        for (position, slot) in layout.slots.enumerated() {
            let index = slot.entry.key >= 0 ? slot.entry.key : slot.entry.value
            nodes[Int(index)].slot = Int32(truncatingIfNeeded: position)
        }
        layout.liveCount = layout.slots.count
        if layout.column == nil {
            layout.hasSeparatingComments = layout.slots.contains { bytes(in: $0.separator).contains(UInt8(ascii: "#")) }
        } else {
            layout.blankLines = uniformBlankLines(of: layout)
        }
        layouts[collection.index] = layout
        if record.style != .flow { adoptTrailingComments(of: collection) }
    }

    func cannotEdit(_ node: YAMLNode, _ reason: String, hint: FixHint) -> YAMLError {
        YAMLError(
            .cannotEdit,
            "this value cannot be edited: \(reason)",
            at: location(of: node),
            hint: hint
        )
    }

    /// The text that belongs to a collection, comments around its entries included.
    private mutating func extent(of collection: YAMLNode) throws(YAMLError) -> TextRange {
        let record = self[collection]
        guard record.parent >= 0 else {
            guard source.bytes.endsWithLineBreak || !endsWithBlockScalar(collection) else {
                throw cannotEdit(
                    collection,
                    "the text ends inside a '|' or '>' value, whose end an edit would change",
                    hint: "put a line break at the end of the text"
                )
            }
            try requireEditableSource()
            let end = Int32(truncatingIfNeeded: source.bytes.count)
            guard record.style != .flow else {
                rootFrame = RootFrame(head: 0..<record.text.lowerBound, foot: record.text.upperBound..<end)
                return record.text
            }
            let start =
                record.flags.contains(.properties)
                ? endOfLine(from: endOfProperties(of: collection))
                : lineStart(of: record.text.lowerBound, notBefore: 0)
            let documentEnd = documentEndMarker(from: record.text.upperBound) ?? end
            rootFrame = RootFrame(head: 0..<start, foot: documentEnd..<end)
            return start..<documentEnd
        }
        let parent = YAMLNode(record.parent)
        try openLayout(of: parent)
        guard let entry = entry(of: collection) else { return record.text }
        guard entry.value == collection.index else {
            throw cannotEdit(collection, "it is a key", hint: "use a text as the key")
        }
        return entry.valueText
    }

    /// The start of the line `...` behind the root.
    private func documentEndMarker(from position: Int32) -> Int32? {
        let end = Int32(truncatingIfNeeded: source.bytes.count)
        var line = isAtLineStart(position) ? position : endOfLine(from: position)
        while line < end {
            if bytes(in: line..<end).starts(with: "...".utf8) { return line }
            line = endOfLine(from: line)
        }
        return nil
    }

    /// The entry of a node in its parent's layout; `nil` before the layout is known.
    func entry(of node: YAMLNode) -> CollectionLayout.Entry? {
        slotPosition(of: node).flatMap { layouts[self[node].parent]?.slots[$0].entry }
    }

    /// The place of an item, key or value among the slots of its parent's layout.
    func slotPosition(of node: YAMLNode) -> Int? {
        guard let slots = layouts[self[node].parent]?.slots else { return nil }
        if self[node].slot >= 0 { return Int(self[node].slot) }
        // The slot is kept at the key.
        return slots.firstIndex { $0.entry.value == node.index }
    }

    /// The entries of a flow collection; commas, blanks and comments between them are separators.
    private func flowLayout(of collection: YAMLNode) throws(YAMLError) -> CollectionLayout {
        let text = self[collection].text
        let start = valueStart(of: collection)
        let bracket = self[collection].kind == .sequence ? UInt8(ascii: "[") : UInt8(ascii: "{")
        // Such a pair can begin with a bracket as well: that of its key.
        let firstEntry = self[collection].first
        guard byte(at: start) == bracket, firstEntry < 0 || nodes[Int(firstEntry)].text.lowerBound > start else {
            throw cannotEdit(
                collection,
                "it is a pair in a list without braces",
                hint: "write it in braces: '{key: value}'"
            )
        }
        var position = start + 1
        var layout = CollectionLayout(column: nil, head: text.lowerBound..<position, foot: text)
        for (key, value) in members(of: collection) {
            let first = key ?? value
            let text = self[first].text.lowerBound
            let start = bodyStart(of: first, isItem: false, from: position)
            let end = max(self[first].text.upperBound, self[value].text.upperBound)
            layout.slots.append(
                CollectionLayout.Slot(
                    separator: position..<start,
                    entry: CollectionLayout.Entry(
                        lead: start..<start,
                        opening: start..<text,
                        key: key?.index ?? -1,
                        keyText: key.map { self[$0].text } ?? text..<text,
                        middle: key.map { self[$0].text.upperBound..<self[value].text.lowerBound } ?? text..<text,
                        value: value.index,
                        valueText: self[value].text,
                        tail: end..<end
                    )
                )
            )
            position = end
        }
        layout.foot = position..<text.upperBound
        return layout
    }

    /// The items, or the keys with their values, in order.
    func members(of collection: YAMLNode) -> [(key: YAMLNode?, value: YAMLNode)] {
        self[collection].kind == .sequence
            ? items(of: collection).map { (key: nil, value: $0) }
            : pairs(of: collection).map { (key: $0.key, value: $0.value) }
    }
}
