internal import AzureMLSupport

extension YAMLDocument {
    /// Returns the layout of a collection; `nil` before the first edit in it.
    func layout(of collection: YAMLNode) -> CollectionLayout? {
        self[collection].layout.map { layouts[$0] }
    }

    /// Determines the layout of a collection, and of all collections around it, before the first edit in them.
    @discardableResult
    mutating func openLayout(of collection: YAMLNode) throws(YAMLError) -> LayoutTable.ID {
        try requireRoom(at: collection)
        try requireInText(collection)
        if let known = self[collection].layout { return known }
        try requireNoAlias(of: collection)
        let extent = try extent(of: collection)
        let isFlow = self[collection].style == .flow
        var layout = isFlow ? try flowLayout(of: collection) : try blockLayout(of: collection, within: extent)
        if isFlow {
            layout.hasSeparatingComments = layout.slots.contains { bytes(in: $0.separator).contains(UInt8(ascii: "#")) }
        } else {
            layout.blankLines = uniformBlankLines(of: layout)
        }
        let id = layouts.append(layout)
        self[collection].layout = id
        rememberSlots(of: id)
        if !isFlow { adoptTrailingComments(in: id) }
        return id
    }

    /// Returns the place of an item, a key or a value, and determines the layouts around it first.
    mutating func openEntry(of node: YAMLNode) throws(YAMLError) -> LayoutTable.Place {
        guard let parent = self[node].parent else {
            throw editRefused(
                node,
                "it is the whole document",
                hint: "edit one of its entries, or write a new document"
            )
        }
        let layout = try openLayout(of: parent)
        guard let slot = self[node].slot, !layouts[layout][slot].isRemoved else { throw noLongerInText(node) }
        return LayoutTable.Place(layout: layout, slot: slot)
    }

    /// Refuses a node that an earlier edit has removed from the text, directly or with a collection around it.
    private func requireInText(_ node: YAMLNode) throws(YAMLError) {
        var inner = node
        while let parent = self[inner].parent {
            if let layout = self[parent].layout {
                guard let slot = self[inner].slot, !layouts[layout][slot].isRemoved else { throw noLongerInText(node) }
            }
            inner = parent
        }
    }

    private func noLongerInText(_ node: YAMLNode) -> YAMLError {
        editRefused(node, "an earlier edit has removed it", hint: "look the value up again, then edit it")
    }

    /// Stores in each item, key and value the slot of its entry.
    mutating func rememberSlots(of layout: LayoutTable.ID) {
        for slot in layouts[layout].indices { rememberSlot(LayoutTable.Place(layout: layout, slot: slot)) }
    }

    mutating func rememberSlot(_ place: LayoutTable.Place) {
        let entry = layouts[place].entry
        if let key = entry.key { self[key].slot = place.slot }
        self[entry.value].slot = place.slot
    }

    /// Refuses a text whose entries would overlap, instead of damaging it. No such text is known.
    func requireOrder(_ earlier: Int32, _ later: Int32, in collection: YAMLNode) throws(YAMLError) {
        guard earlier <= later else {
            throw editRefused(
                collection,
                "the positions of its entries are not known",
                hint: "write them as plain 'key: value' and '- item' lines, then edit them"
            )
        }
    }

    func editRefused(_ node: YAMLNode, _ reason: String, hint: String) -> YAMLError {
        YAMLError(
            .editRefused,
            "this value cannot be edited: \(reason)",
            at: location(of: node),
            hint: hint
        )
    }

    /// Returns the text that belongs to a collection, including the comments around its entries.
    private mutating func extent(of collection: YAMLNode) throws(YAMLError) -> TextRange {
        guard self[collection].parent != nil else { return try extentOfRoot(collection) }
        let entry = layouts[try openEntry(of: collection)].entry
        guard entry.value == collection else {
            throw editRefused(collection, "it is a key", hint: "use a string as the key")
        }
        return entry.valueText
    }

    private mutating func extentOfRoot(_ root: YAMLNode) throws(YAMLError) -> TextRange {
        guard source.bytes.endsWithLineBreak || !endsWithBlockScalar(root) else {
            throw editRefused(
                root,
                "the text ends inside a '|' or '>' value, whose end an edit would change",
                hint: "put a line break at the end of the text"
            )
        }
        try requireEditableSource()
        let text = self[root].text
        let end = Int32(truncatingIfNeeded: source.bytes.count)
        guard self[root].style != .flow else {
            rootFrame = RootFrame(head: 0..<text.lowerBound, foot: text.upperBound..<end)
            return text
        }
        let start =
            self[root].flags.contains(.properties)
            ? endOfLine(from: endOfProperties(of: root))
            : lineStart(of: text.lowerBound, notBefore: 0)
        let documentEnd = documentEndMarker(from: text.upperBound) ?? end
        rootFrame = RootFrame(head: 0..<start, foot: documentEnd..<end)
        return start..<documentEnd
    }

    /// Returns the start of the line `...` below the root.
    private func documentEndMarker(from position: Int32) -> Int32? {
        let end = Int32(truncatingIfNeeded: source.bytes.count)
        var line = isAtLineStart(position) ? position : endOfLine(from: position)
        while line < end {
            if bytes(in: line..<end).starts(with: "...".utf8) { return line }
            line = endOfLine(from: line)
        }
        return nil
    }

    /// Returns the items, or the keys with their values, in order.
    func members(of collection: YAMLNode) -> [(key: YAMLNode?, value: YAMLNode)] {
        self[collection].kind == .sequence
            ? items(of: collection).map { (key: nil, value: $0) }
            : pairs(of: collection).map { (key: $0.key, value: $0.value) }
    }
}
