extension YAMLDocument {
    /// More blanks or blank lines than these are nobody's style, and are not repeated.
    private static let mostCopiedBlanks = 64

    /// A slot for a new last item, in the style of its neighbours.
    mutating func newSlot(for content: YAMLContent, in sequence: YAMLNode) -> CollectionLayout.Slot {
        guard let column = layouts[sequence.index]?.column else {
            return newFlowSlot(for: content, key: nil, in: sequence)
        }
        let separator = separatorOfNewEntry(in: sequence)
        var entry = newEntry(for: content, key: nil, in: sequence, column: column, restOfLine: nil)
        // Blank lines between items belong to the new item, so that they go away with it.
        if let layout = layouts[sequence.index], layout.blankLines > 0, layout.foot.isEmpty {
            let lineBreak = lineBreak(near: layout)
            entry.lead = add((0..<layout.blankLines).flatMap { _ in lineBreak })
        }
        return CollectionLayout.Slot(separator: separator, entry: entry)
    }

    /// A slot for a new pair. In a block mapping nothing separates it from the pair above it.
    mutating func newSlot(for content: YAMLContent, key: String, in mapping: YAMLNode) -> CollectionLayout.Slot {
        guard let column = layouts[mapping.index]?.column else {
            return newFlowSlot(for: content, key: key, in: mapping)
        }
        let entry = newEntry(for: content, key: key, in: mapping, column: column, restOfLine: nil)
        return CollectionLayout.Slot(separator: entry.lead, entry: entry)
    }

    /// What will stand in front of a new last entry: the comments below the last one, or a comma.
    mutating func separatorOfNewEntry(in collection: YAMLNode) -> TextRange {
        guard let layout = layouts[collection.index] else { return 0..<0 }
        guard layout.column == nil else { return layout.foot }
        // The first slot's separator stands before whatever is first; all others hold a comma.
        guard !layout.slots.isEmpty else { return layout.head.upperBound..<layout.head.upperBound }
        let model = layout.slots.dropFirst().last { slot in
            bytes(in: slot.separator).allSatisfy { $0 != UInt8(ascii: "#") && $0 < 0x80 }
        }
        guard let model, model.separator.count <= Self.mostCopiedBlanks else { return add(", ".utf8) }
        return model.separator
    }

    private mutating func newFlowSlot(
        for content: YAMLContent,
        key: String?,
        in collection: YAMLNode
    ) -> CollectionLayout.Slot {
        let entry = flowEntry(for: content, key: key, in: collection)
        return keepingLastComment(
            CollectionLayout.Slot(separator: separatorOfNewEntry(in: collection), entry: entry),
            in: collection
        )
    }

    /// A comment on the line of the last entry of a flow collection belongs to that entry: the new one goes below it.
    private mutating func keepingLastComment(
        _ slot: CollectionLayout.Slot,
        in collection: YAMLNode
    ) -> CollectionLayout.Slot {
        guard let layout = layouts[collection.index], layout.liveCount > 0 else { return slot }
        let foot = Array(bytes(in: layout.foot))
        let line = foot.prefix(foot.indices.first { foot.lineBreakLength(at: $0) > 0 } ?? foot.count)
        guard let comment = line.firstIndex(of: UInt8(ascii: "#")) else { return slot }
        let hasComma = line[..<comment].contains(UInt8(ascii: ","))
        let indentation = bytes(in: slot.separator).reversed().prefix { $0 == 0x20 }.count
        let last = layout.slots.last { !$0.isRemoved }
        let needsBlank = last.map { goesOn($0.entry, into: foot[0]) } ?? false
        var slot = slot
        let lineEnd = layout.foot.lowerBound + Int32(truncatingIfNeeded: line.count)
        slot.separator = add(
            (hasComma ? [] : [UInt8(ascii: ",")]) + (needsBlank ? [0x20] : []) + line + lineBreak
                + Array(repeating: 0x20, count: max(indentation, 1))
        )
        layouts[collection.index]?.foot = lineEnd..<layout.foot.upperBound
        layouts[collection.index]?.hasSeparatingComments = true
        return slot
    }

    private mutating func flowEntry(
        for content: YAMLContent,
        key: String?,
        in collection: YAMLNode
    ) -> CollectionLayout.Entry {
        let quotes = key == nil ? preferredStyle(of: collection) : .plain
        var writer = EntryWriter(nodes: nodes.count, lineBreak: [], isInFlow: true, quotes: quotes)
        let entry = writer.flowEntry(content, key: key, parent: collection.index)
        return adopt(writer, entry)
    }

    /// A new entry of a block collection; its text is added, its nodes are in the document.
    mutating func newEntry(
        for content: YAMLContent,
        key: String?,
        in collection: YAMLNode,
        column: Int,
        restOfLine: [UInt8]?
    ) -> CollectionLayout.Entry {
        let layout = layouts[collection.index]
        var writer = EntryWriter(
            nodes: nodes.count,
            lineBreak: layout.map { lineBreak(near: $0) } ?? lineBreak,
            isInFlow: false,
            quotes: key == nil ? preferredStyle(of: collection) : .plain
        )
        writer.dashGap = layout.flatMap { dashGap(of: $0) } ?? writer.dashGap
        writer.sequenceIndentation = sequenceIndentation()
        let entry = writer.blockEntry(content, key: key, parent: collection.index, column: column, rest: restOfLine)
        return adopt(writer, entry)
    }

    /// Takes over what a writer has written: its text, its nodes, and the positions in both.
    private mutating func adopt(_ writer: EntryWriter, _ entry: CollectionLayout.Entry) -> CollectionLayout.Entry {
        let offset = add(writer.text).lowerBound
        func moved(_ range: TextRange) -> TextRange { (range.lowerBound + offset)..<(range.upperBound + offset) }
        for (record, content) in writer.records {
            var record = record
            record.text = moved(record.text)
            record.content = record.style == .plain ? record.text : 0..<0
            if record.kind == .scalar, record.style != .plain { record.content = add(content.utf8) }
            nodes.append(record)
        }
        var entry = entry
        entry.lead = moved(entry.lead)
        entry.opening = moved(entry.opening)
        entry.keyText = moved(entry.keyText)
        entry.middle = moved(entry.middle)
        entry.valueText = moved(entry.valueText)
        entry.tail = moved(entry.tail)
        return entry
    }

    /// The blanks behind the `-` of the last item on a line of its own.
    private func dashGap(of layout: CollectionLayout) -> Int? {
        guard let entry = layout.slots.last?.entry, entry.key < 0 else { return nil }
        let opening = bytes(in: entry.opening)
        let gap = opening.reversed().prefix { $0 == 0x20 }.count
        return gap > 0 && gap <= Self.mostCopiedBlanks && opening.dropLast(gap).last == UInt8(ascii: "-") ? gap : nil
    }

    /// The number of blank lines between any two entries, when it is the same everywhere.
    func uniformBlankLines(of layout: CollectionLayout) -> Int {
        guard layout.slots.count > 1 else { return 0 }
        let last = blankLines(in: layout.slots[layout.slots.count - 1])
        guard last > 0 else { return 0 }
        guard last <= Self.mostCopiedBlanks else { return 0 }
        return layout.slots.dropFirst().allSatisfy { blankLines(in: $0) == last } ? last : 0
    }

    /// The number of blank lines above an entry; -1 where comments separate it.
    private func blankLines(in slot: CollectionLayout.Slot) -> Int {
        let text = slot.separator.isEmpty ? bytes(in: slot.entry.lead) : bytes(in: slot.separator)
        guard text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else {
            return slot.separator.isEmpty ? 0 : -1
        }
        return text.count { $0 == 0x0A }
    }

    /// The line break of the last entry, else the first one of the text.
    private func lineBreak(near layout: CollectionLayout) -> [UInt8] {
        guard let entry = layout.slots.last?.entry else { return lineBreak }
        let end = entry.tail.isEmpty ? entry.valueText : entry.tail
        for length in [2, 1] {
            let ending = Array(bytes(in: end).suffix(length))
            if ending == [0x0D, 0x0A] || ending == [0x0A] { return ending }
        }
        return lineBreak
    }

    /// The quotes of most items of a sequence.
    private func preferredStyle(of sequence: YAMLNode) -> YAMLStyle {
        guard let slots = layouts[sequence.index]?.slots else { return .plain }
        var counts: [YAMLStyle: Int] = [:]
        // The nearest neighbours tell; looking at all of them would make many edits quadratic.
        let neighbours = slots[max(0, slots.count - 8)...]
        for slot in neighbours where self[YAMLNode(slot.entry.value)].kind == .scalar {
            counts[self[YAMLNode(slot.entry.value)].style, default: 0] += 1
        }
        for style in [YAMLStyle.singleQuoted, .doubleQuoted] where counts[style, default: 0] * 2 > neighbours.count {
            return style
        }
        return .plain
    }

    /// How much deeper than its key a sequence at the root is indented; 2 when none tells.
    private func sequenceIndentation() -> Int {
        guard let root, self[root].kind == .mapping, self[root].style != .flow else { return 2 }
        for (key, value) in pairs(of: root) where self[value].kind == .sequence && self[value].style != .flow {
            let dash = layouts[value.index]?.column ?? column(of: firstDash(of: value))
            return max(0, dash - column(of: self[key].text.lowerBound))
        }
        return 2
    }

    private func firstDash(of sequence: YAMLNode) -> Int32 {
        guard self[sequence].first >= 0 else { return self[sequence].text.lowerBound }
        return bodyStart(of: YAMLNode(self[sequence].first), isItem: true, from: valueStart(of: sequence))
    }
}
