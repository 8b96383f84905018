internal import AzureMLSupport

extension YAMLDocument {
    /// Replaces a scalar, or renames a key, in place: quotes and comments stay.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit` where an alias repeats the scalar, a tag gives it a type, or its
    ///   key cannot have a value behind it.
    package mutating func replaceScalar(_ node: YAMLNode, with text: String) throws(YAMLError) {
        guard
            !(self[node].kind == .scalar && scalar(of: node) == .string
                && string(of: node).utf8.elementsEqual(text.utf8))
        else { return }
        try requireReplaceable(node, with: text)
        let parent = YAMLNode(self[node].parent)
        guard let position = slotPosition(of: node), var entry = layouts[parent.index]?.slots[position].entry else {
            return
        }
        let (spelled, style) = spell(text, for: node)
        // A block scalar ends with its line; what replaces it does not.
        let restOfHeader = restOfBlockScalarHeader(of: node)
        // An anchor or a tag stays in front.
        let added = add(propertiesAndBlank(of: node) + spelled)
        if entry.key == node.index {
            entry.keyText = added
        } else {
            if entry.valueText.isEmpty { addBlankInFrontOfValue(&entry) }
            entry.valueText = added
            if let restOfHeader { entry.tail = add(restOfHeader + bytes(in: entry.tail)) }
        }
        layouts[parent.index]?.slots[position].entry = entry
        setScalar(node, text: added, style: style, content: text)
        markEdited(parent)
    }

    /// Refuses what ``replaceScalar(_:with:)`` would refuse, before anything is changed.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit`.
    package mutating func requireReplaceable(_ node: YAMLNode, with text: String) throws(YAMLError) {
        try requireNoAlias(of: node)
        try requireNoTagOfAnotherType(of: node)
        try openLayout(of: YAMLNode(self[node].parent))
        guard let entry = entry(of: node), entry.value == node.index else { return }
        try requireHeaderBesideIndicator(of: node, entry)
        if entry.key >= 0 { try requireColon(entry) }
        if spell(text, for: node).style != .plain { try requireNoTabs(below: node, entry) }
    }

    /// Behind a value without quotes, libyaml reads over tabs in front of a comment; behind all else it refuses them.
    private func requireNoTabs(below node: YAMLNode, _ entry: CollectionLayout.Entry) throws(YAMLError) {
        var line = endOfLine(from: entry.tail.lowerBound)
        while line < entry.tail.upperBound {
            guard !bytes(in: line..<endOfBlanks(from: line)).contains(0x09) else {
                throw cannotEdit(
                    node,
                    "a tab stands in front of the comment below it",
                    hint: "indent the comment with blanks"
                )
            }
            line = endOfLine(from: line)
        }
    }

    private func spell(_ text: String, for node: YAMLNode) -> (bytes: [UInt8], style: YAMLStyle) {
        ScalarSpelling(isInFlow: isInFlow(node), preferredStyle: self[node].style).spell(text)
    }

    /// Refuses to replace a block scalar that may stand where a value in quotes may not.
    private func requireHeaderBesideIndicator(
        of node: YAMLNode,
        _ entry: CollectionLayout.Entry
    ) throws(YAMLError) {
        guard self[node].style == .literal || self[node].style == .folded else { return }
        let isItem = entry.key < 0
        let start = isItem ? entry.opening.lowerBound : entry.middle.lowerBound
        guard lineStart(of: valueStart(of: node), notBefore: start) == start else {
            throw cannotEdit(
                node,
                "its '|' or '>' stands below its \(isItem ? "dash" : "key")",
                hint: isItem
                    ? "put it behind the dash, as '- |'"
                    : "put it behind the colon, as '\(string(of: YAMLNode(entry.key))): |'"
            )
        }
    }

    /// Refuses to give a value to a key that could not have a colon behind it.
    private func requireColon(_ entry: CollectionLayout.Entry) throws(YAMLError) {
        let hasQuestionMark = bytes(in: entry.opening).contains(UInt8(ascii: "?"))
        let isOnOneLine = endOfLine(from: entry.keyText.lowerBound) >= entry.keyText.upperBound
        guard hasColon(entry) || (!hasQuestionMark && isOnOneLine) else {
            throw cannotEdit(
                YAMLNode(entry.key),
                hasQuestionMark ? "it is a '?' key without a value" : "it is a key of several lines without a value",
                hint: "write it as '\(string(of: YAMLNode(entry.key))): value'"
            )
        }
    }

    /// A tag or an anchor that is a key by itself would go on into a colon that it did not have.
    private func blankInFrontOfNewColon(_ entry: CollectionLayout.Entry) -> [UInt8] {
        !hasColon(entry) && endsWithProperty(entry.keyText) ? [0x20] : []
    }

    /// What stands behind the `|` or `>` of a block scalar: a comment if there is one, and the line break.
    private func restOfBlockScalarHeader(of node: YAMLNode) -> [UInt8]? {
        guard self[node].style == .literal || self[node].style == .folded else { return nil }
        let start = valueStart(of: node)
        let line = bytes(in: start..<min(endOfLine(from: start), self[node].text.upperBound))
        guard let comment = line.firstIndex(of: UInt8(ascii: "#")) else { return lineBreak }
        return [0x20] + line[comment...]
    }

    private func hasColon(_ entry: CollectionLayout.Entry) -> Bool {
        bytes(in: entry.middle).contains(UInt8(ascii: ":"))
    }

    /// Replaces the value of a pair by a collection, written below the key; the comment at the key's line stays.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit` where an alias repeats the value or something in it, an anchor or a
    ///   tag stands in front of it, or behind a `?` key.
    package mutating func replaceValue(ofKey key: YAMLNode, with content: YAMLContent) throws(YAMLError) {
        let value = YAMLNode(self[key].next)
        if case .text(let text) = content, self[value].kind == .scalar {
            try replaceScalar(value, with: text)
            return
        }
        try requireNoAlias(of: value)
        try requireNoProperties(of: value)
        try requireNoAnchors(below: value)
        let parent = YAMLNode(self[key].parent)
        try openLayout(of: parent)
        guard let layout = layouts[parent.index], let position = slotPosition(of: key) else { return }
        let entry = layout.slots[position].entry
        try requireColon(entry)
        try requireNoTabs(below: value, entry)
        let added: CollectionLayout.Entry
        if let column = layout.column {
            let restOfLine = try restOfKeyLine(of: key, entry)
            added = newEntry(for: content, key: string(of: key), in: parent, column: column, restOfLine: restOfLine)
        } else {
            added = newSlot(for: content, key: string(of: key), in: parent).entry
        }
        let blanks = bytes(in: entry.middle).prefix { $0 == 0x20 || $0 == 0x09 }
        let middle = add((blanks.isEmpty ? blankInFrontOfNewColon(entry) : Array(blanks)) + bytes(in: added.middle))
        layouts[parent.index]?.slots[position].entry.middle = middle
        layouts[parent.index]?.slots[position].entry.value = added.value
        layouts[parent.index]?.slots[position].entry.valueText = added.valueText
        layouts[parent.index]?.slots[position].entry.tail = added.tail
        self[key].next = added.value
        markEdited(parent)
    }

    /// What stands on the line of a key behind its colon, or behind its value: blanks, a comment and the line break.
    private func restOfKeyLine(
        of key: YAMLNode,
        _ entry: CollectionLayout.Entry
    ) throws(YAMLError) -> [UInt8] {
        let middle = bytes(in: entry.middle)
        let hasQuestionMark = bytes(in: entry.opening).contains(UInt8(ascii: "?"))
        guard let colon = middle.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }), middle[colon] == UInt8(ascii: ":"),
            !hasQuestionMark
        else {
            throw cannotEdit(
                key,
                "it has a '?' of its own",
                hint: "write it on a line of its own, as '\(string(of: key)):'"
            )
        }
        let value = YAMLNode(entry.value)
        let isBlock = self[value].kind != .scalar && self[value].style != .flow
        let rest = isBlock ? middle[(colon + 1)...] : bytes(in: entry.tail)
        // Behind a bracket or a quote a comment needs no blank, behind a colon it does.
        return (rest.first == UInt8(ascii: "#") ? [0x20] : []) + rest
    }

    /// The anchor and the tag of a scalar, up to its text. An empty scalar has no blank behind them.
    private func propertiesAndBlank(of node: YAMLNode) -> [UInt8] {
        let properties = Array(bytes(in: self[node].text.lowerBound..<valueStart(of: node)))
        guard let last = properties.last, last != 0x20, last != 0x09, !properties.endsWithLineBreak else {
            return properties
        }
        return properties + [0x20]
    }

    /// `key:` and `-` without a value have no blank behind them.
    private mutating func addBlankInFrontOfValue(_ entry: inout CollectionLayout.Entry) {
        if entry.key >= 0 {
            // Between braces, a key without a value may have no colon either.
            let colon = hasColon(entry) ? [] : blankInFrontOfNewColon(entry) + [UInt8(ascii: ":")]
            entry.middle = add(bytes(in: entry.middle) + colon + [0x20])
        } else if bytes(in: entry.opening).last == UInt8(ascii: "-") {
            entry.opening = add(bytes(in: entry.opening) + [0x20])
        }
    }

    func isInFlow(_ node: YAMLNode) -> Bool {
        var index = self[node].parent
        while index >= 0 {
            if nodes[Int(index)].style == .flow { return true }
            index = nodes[Int(index)].parent
        }
        return false
    }

    private mutating func setScalar(_ node: YAMLNode, text: TextRange, style: YAMLStyle, content: String) {
        let isContent = style == .plain && !self[node].flags.contains(.properties)
        let content = isContent ? text : add(content.utf8)
        self[node].kind = .scalar
        self[node].text = text
        self[node].style = style
        self[node].content = content
    }
}
