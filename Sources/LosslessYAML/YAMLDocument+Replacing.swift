internal import AzureMLSupport

extension YAMLDocument {
    /// Replaces a scalar, or renames a key, in place: quotes and comments stay.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit` where the scalar has an anchor or a tag.
    package mutating func replaceScalar(_ node: YAMLNode, with text: String) throws(YAMLError) {
        guard
            !(self[node].kind == .scalar && scalar(of: node) == .string
                && string(of: node).utf8.elementsEqual(text.utf8))
        else { return }
        try requireNoProperties(node)
        let parent = YAMLNode(self[node].parent)
        try openLayout(of: parent)
        guard let position = slotPosition(of: node), var entry = layouts[parent.index]?.slots[position].entry else {
            return
        }
        let spelling = ScalarSpelling(isInFlow: isInFlow(node), preferredStyle: self[node].style)
        let (spelled, style) = spelling.spell(text)
        let isBlockScalar = self[node].style == .literal || self[node].style == .folded
        let added = add(spelled)
        if entry.key == node.index {
            entry.keyText = added
        } else {
            if entry.valueText.isEmpty { addBlankInFrontOfValue(&entry) }
            entry.valueText = added
            // A block scalar ends with its line; what replaces it does not.
            if isBlockScalar { entry.tail = add(lineBreak + bytes(in: entry.tail)) }
        }
        layouts[parent.index]?.slots[position].entry = entry
        setScalar(node, text: added, style: style, content: text)
        markEdited(parent)
    }

    /// Replaces the value of a pair by a collection, written below the key; the comment at the key's line stays.
    ///
    /// - Throws: `YAMLError` with the code `cannotEdit` where the value has an anchor or a tag, or an explicit `?` key.
    package mutating func replaceValue(ofKey key: YAMLNode, with content: YAMLContent) throws(YAMLError) {
        let value = YAMLNode(self[key].next)
        if case .text(let text) = content, self[value].kind == .scalar {
            try replaceScalar(value, with: text)
            return
        }
        try requireNoProperties(value)
        let parent = YAMLNode(self[key].parent)
        try openLayout(of: parent)
        guard let layout = layouts[parent.index], let position = slotPosition(of: key) else { return }
        let entry = layout.slots[position].entry
        guard bytes(in: entry.middle).first == UInt8(ascii: ":"), let column = layout.column else {
            throw cannotEdit(
                key,
                "it stands in braces or has a '?' of its own",
                hint: "write it on a line of its own, as '\(string(of: key)):'"
            )
        }
        let isBlock = self[value].kind != .scalar && self[value].style != .flow
        let restOfLine = isBlock ? Array(bytes(in: entry.middle).dropFirst()) : Array(bytes(in: entry.tail))
        let added = newEntry(for: content, key: string(of: key), in: parent, column: column, restOfLine: restOfLine)
        layouts[parent.index]?.slots[position].entry.middle = added.middle
        layouts[parent.index]?.slots[position].entry.value = added.value
        layouts[parent.index]?.slots[position].entry.valueText = added.valueText
        layouts[parent.index]?.slots[position].entry.tail = added.tail
        self[key].next = added.value
        markEdited(parent)
    }

    /// `key:` and `-` without a value have no blank behind them.
    private mutating func addBlankInFrontOfValue(_ entry: inout CollectionLayout.Entry) {
        if entry.key >= 0 {
            entry.middle = add(bytes(in: entry.middle) + [0x20])
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
        let content = style == .plain ? text : add(content.utf8)
        self[node].kind = .scalar
        self[node].text = text
        self[node].style = style
        self[node].content = content
    }

    private func requireNoProperties(_ node: YAMLNode) throws(YAMLError) {
        guard !self[node].flags.contains(.properties) else {
            throw cannotEdit(
                node,
                "it has an anchor or a tag",
                hint: "write the value without '&' and '!', then edit it"
            )
        }
    }
}
