internal import AzureMLSupport

extension YAMLDocument {
    /// The maximum number of blanks or blank lines to copy; more are not regarded as an intended style.
    private static let maximumCopiedBlanks = 64

    /// Makes a slot for a new last item, in the style of its neighbours.
    mutating func newSlot(for content: YAMLContent, in layout: LayoutTable.ID) -> CollectionLayout.Slot {
        guard let column = layouts[layout].column else { return newFlowSlot(for: content, key: nil, in: layout) }
        let separator = separatorOfNewEntry(in: layout)
        var writer = writer(in: layout, isInFlow: false, isPair: false)
        var entry = writer.blockItem(content, parent: layouts[layout].collection, column: column)
        adopt(writer)
        // The blank lines above the new item belong to it, so that they are removed with it.
        if layouts[layout].blankLines > 0, layouts[layout].foot.isEmpty {
            let lineBreak = lineBreak(near: layouts[layout])
            entry.lead = add((0..<layouts[layout].blankLines).flatMap { _ in lineBreak })
        }
        return CollectionLayout.Slot(separator: separator, entry: entry)
    }

    /// Makes a slot for a new pair. In a block mapping nothing separates it from the pair above it.
    mutating func newSlot(
        for content: YAMLContent,
        key: String,
        in layout: LayoutTable.ID
    ) -> CollectionLayout.Slot {
        guard let column = layouts[layout].column else { return newFlowSlot(for: content, key: key, in: layout) }
        let entry = newPair(key, content, in: layout, column: column, restOfLine: nil)
        return CollectionLayout.Slot(separator: entry.lead, entry: entry)
    }

    /// Returns the text before a new last entry: the comments below the previous last entry, or a comma.
    mutating func separatorOfNewEntry(in layout: LayoutTable.ID) -> TextRange {
        let (head, slots) = (layouts[layout].head, layouts[layout].slots)
        guard layouts[layout].column == nil else { return layouts[layout].foot }
        // The first slot's separator is always before the first entry; all others contain a comma.
        guard !slots.isEmpty else { return head.upperBound..<head.upperBound }
        let model = slots.dropFirst().last { slot in
            bytes(in: slot.separator).allSatisfy { $0 != UInt8(ascii: "#") && $0 < 0x80 }
        }
        guard let model, model.separator.count <= Self.maximumCopiedBlanks else { return add(", ".utf8) }
        return model.separator
    }

    private mutating func newFlowSlot(
        for content: YAMLContent,
        key: String?,
        in layout: LayoutTable.ID
    ) -> CollectionLayout.Slot {
        let entry: CollectionLayout.Entry
        if let key {
            entry = newFlowPair(key, content, in: layout)
        } else {
            var writer = writer(in: layout, isInFlow: true, isPair: false)
            entry = writer.flowItem(content, parent: layouts[layout].collection)
            adopt(writer)
        }
        return keepingLastComment(
            CollectionLayout.Slot(separator: separatorOfNewEntry(in: layout), entry: entry),
            in: layout
        )
    }

    /// Makes a new pair of a flow mapping, and adds its text and its nodes to the document.
    mutating func newFlowPair(
        _ key: String,
        _ content: YAMLContent,
        in layout: LayoutTable.ID
    ) -> CollectionLayout.Entry {
        var writer = writer(in: layout, isInFlow: true, isPair: true)
        let entry = writer.flowPair(key, content, parent: layouts[layout].collection)
        adopt(writer)
        return entry
    }

    /// Keeps a comment on the line of a flow collection's last entry with that entry: the new entry goes below it.
    private mutating func keepingLastComment(
        _ slot: CollectionLayout.Slot,
        in layout: LayoutTable.ID
    ) -> CollectionLayout.Slot {
        guard let last = layouts[layout].liveSlots.last else { return slot }
        let footRange = layouts[layout].foot
        let foot = Array(bytes(in: footRange))
        let line = foot.prefix(foot.indices.first { foot.lineBreakLength(at: $0) > 0 } ?? foot.count)
        guard let comment = line.firstIndex(of: UInt8(ascii: "#")) else { return slot }
        let hasComma = line[..<comment].contains(UInt8(ascii: ","))
        let indentation = bytes(in: slot.separator).reversed().prefix { $0 == .space }.count
        let needsBlank = goesOn(last.entry, into: foot[0])
        var slot = slot
        slot.separator = add(
            (hasComma ? [] : [UInt8(ascii: ",")]) + (needsBlank ? [.space] : []) + line + lineBreak
                + Array(repeating: .space, count: max(indentation, 1))
        )
        let lineEnd = footRange.lowerBound + Int32(truncatingIfNeeded: line.count)
        layouts[layout].foot = lineEnd..<footRange.upperBound
        layouts[layout].hasSeparatingComments = true
        return slot
    }

    /// Makes a new pair of a block mapping, and adds its text and its nodes to the document.
    mutating func newPair(
        _ key: String,
        _ content: YAMLContent,
        in layout: LayoutTable.ID,
        column: Int,
        restOfLine: [UInt8]?
    ) -> CollectionLayout.Entry {
        var writer = writer(in: layout, isInFlow: false, isPair: true)
        let parent = layouts[layout].collection
        let entry = writer.blockPair(key, content, parent: parent, column: column, rest: restOfLine)
        adopt(writer)
        return entry
    }

    /// Makes a writer of one entry in the style of its neighbours. Adopt it before any other text is added.
    private mutating func writer(in layout: LayoutTable.ID, isInFlow: Bool, isPair: Bool) -> EntryWriter {
        let keyQuotes = isInFlow ? flowKeyStyle : .plain
        var writer = EntryWriter(
            at: startLineOfAdded(),
            nodes: NodeTable(following: nodes),
            lineBreak: isInFlow ? [] : lineBreak(near: layouts[layout]),
            isInFlow: isInFlow,
            quotes: isPair ? keyQuotes : preferredStyle(in: layouts[layout]) ?? keyQuotes,
            keyQuotes: keyQuotes
        )
        guard !isInFlow else { return writer }
        writer.dashGap = dashGap(of: layouts[layout]) ?? writer.dashGap
        writer.sequenceIndentation = sequenceIndentation()
        return writer
    }

    /// Adds the text and the nodes of a writer to the document.
    private mutating func adopt(_ writer: EntryWriter) {
        added.append(contentsOf: writer.text)
        nodes.append(contentsOf: writer.nodes)
        for (node, text) in writer.decodedTexts { self[node].content = add(text.utf8) }
    }

    /// Returns the number of spaces between the last item and a `-` on the same line; `nil` if it cannot be copied.
    private func dashGap(of layout: CollectionLayout) -> Int? {
        guard let entry = layout.slots.last?.entry, entry.key == nil else { return nil }
        let opening = bytes(in: entry.opening)
        let gap = opening.reversed().prefix { $0 == .space }.count
        return gap > 0 && gap <= Self.maximumCopiedBlanks && opening.dropLast(gap).last == UInt8(ascii: "-") ? gap : nil
    }

    /// Returns the number of blank lines between two entries, if it is the same everywhere; otherwise 0.
    ///
    /// In a list, only gaps between two scalars count: a blank line around a nested list, as around the pip list of
    /// azureml-core's template, is not a habit of the list.
    func uniformBlankLines(of layout: CollectionLayout) -> Int {
        let slots = layout.slots
        // Lazily, because a copy of all slots would take longer than everything else here.
        let belowGaps = slots.indices.dropFirst().lazy.filter { position in
            slots[position].entry.key != nil
                || slots[(position - 1)...position].allSatisfy { self[$0.entry.value].kind == .scalar }
        }
        guard let lowest = belowGaps.last, let last = blankLines(in: slots[lowest]), last <= Self.maximumCopiedBlanks
        else { return 0 }
        return belowGaps.allSatisfy { blankLines(in: slots[$0]) == last } ? last : 0
    }

    /// Returns the number of blank lines above an entry; `nil` if comments separate it from the entry above.
    private func blankLines(in slot: CollectionLayout.Slot) -> Int? {
        let range = slot.separator.isEmpty ? slot.entry.lead : slot.separator
        guard !range.isEmpty else { return 0 }
        let text = bytes(in: range)
        guard text.allSatisfy({ $0.isBlank || $0 == .newline || $0 == .carriageReturn }) else {
            return slot.separator.isEmpty ? 0 : nil
        }
        return text.count { $0 == .newline }
    }

    /// Returns the line break of the last entry, or else the first one of the text.
    private func lineBreak(near layout: CollectionLayout) -> [UInt8] {
        guard let entry = layout.slots.last?.entry else { return lineBreak }
        let end = entry.tail.isEmpty ? entry.valueText : entry.tail
        for length in [2, 1] {
            let ending = Array(bytes(in: end).suffix(length))
            if ending == [.carriageReturn, .newline] || ending == [.newline] { return ending }
        }
        return lineBreak
    }

    /// Returns the quotes of most items of a sequence.
    private func preferredStyle(in layout: CollectionLayout) -> YAMLStyle? {
        // Only the nearest neighbours are checked: with all of them, many edits would take quadratic time.
        let neighbours = layout.slots.suffix(8).filter { self[$0.entry.value].kind == .scalar }
        guard !neighbours.isEmpty else { return nil }
        func isUsual(_ style: YAMLStyle) -> Bool {
            neighbours.count { self[$0.entry.value].style == style } * 2 > neighbours.count
        }
        return isUsual(.singleQuoted) ? .singleQuoted : isUsual(.doubleQuoted) ? .doubleQuoted : .plain
    }

    /// The quotes around the first key of a document that is a flow mapping; plain for any other document.
    private var flowKeyStyle: YAMLStyle {
        guard let root, self[root].kind == .mapping, self[root].style == .flow, let key = keys(of: root).first else {
            return .plain
        }
        let style = self[key].style
        return style == .singleQuoted || style == .doubleQuoted ? style : .plain
    }

    /// Returns the indentation, relative to its key, of the first sequence in the root; 2 when there is no example.
    private func sequenceIndentation() -> Int {
        guard let root, self[root].kind == .mapping, self[root].style != .flow else { return 2 }
        for (key, value) in pairs(of: root) where self[value].kind == .sequence && self[value].style != .flow {
            let dash = layout(of: value)?.column ?? column(of: firstDash(of: value))
            return max(0, dash - column(of: self[key].text.lowerBound))
        }
        return 2
    }

    private func firstDash(of sequence: YAMLNode) -> Int32 {
        guard let first = self[sequence].first else { return self[sequence].text.lowerBound }
        return bodyStart(of: first, isItem: true, from: valueStart(of: sequence))
    }
}
