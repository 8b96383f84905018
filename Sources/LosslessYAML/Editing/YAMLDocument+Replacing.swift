internal import AzureMLSupport

extension YAMLDocument {
    /// Replaces a scalar or renames a key in place, and keeps quotes and comments.
    ///
    /// - Throws: `YAMLError` with the code `editRefused` if an alias repeats the scalar, a tag gives it a type, or its
    ///   key cannot have a value.
    package mutating func replaceScalar(_ node: YAMLNode, with text: String) throws(YAMLError) {
        guard
            !(self[node].kind == .scalar && scalar(of: node) == .string && string(of: node).exact == text.exact)
        else { return }
        let place = try openReplaceable(node, with: text)
        var entry = layouts[place].entry
        let (spelled, style) = spell(text, for: node)
        // The line break at the end is part of a block scalar, but not of the new scalar.
        let restOfHeader = restOfBlockScalarHeader(of: node)
        // An anchor or a tag stays before the value.
        let added = add(propertiesAndBlank(of: node) + spelled)
        if entry.key == node {
            entry.keyText = added
        } else {
            if entry.valueText.isEmpty { addBlankInFrontOfValue(&entry) }
            entry.valueText = added
            if let restOfHeader { entry.tail = add(restOfHeader + bytes(in: entry.tail)) }
        }
        layouts[place].entry = entry
        setScalar(node, text: added, style: style, content: text)
        markEdited(layouts[place.layout].collection)
    }

    /// Throws if ``replaceScalar(_:with:)`` would throw, before anything is changed.
    ///
    /// - Throws: `YAMLError` with the code `editRefused`.
    package mutating func requireReplaceable(_ node: YAMLNode, with text: String) throws(YAMLError) {
        _ = try openReplaceable(node, with: text)
    }

    private mutating func openReplaceable(
        _ node: YAMLNode,
        with text: String
    ) throws(YAMLError) -> LayoutTable.Place {
        try requireNoAlias(of: node)
        try requireNoTagOfAnotherType(of: node)
        let place = try openEntry(of: node)
        let entry = layouts[place].entry
        guard entry.value == node else { return place }
        try requireHeaderBesideIndicator(of: node, entry)
        if let key = entry.key { try requireColon(entry, of: key) }
        if spell(text, for: node).style != .plain { try requireNoTabs(below: node, entry) }
        return place
    }

    /// Refuses tabs before a comment below the value: libyaml accepts them only after a value without quotes.
    private func requireNoTabs(below node: YAMLNode, _ entry: CollectionLayout.Entry) throws(YAMLError) {
        var line = endOfLine(from: entry.tail.lowerBound)
        while line < entry.tail.upperBound {
            guard !bytes(in: line..<endOfBlanks(from: line)).contains(.tab) else {
                throw editRefused(
                    node,
                    "the comment below it is indented with a tab",
                    hint: "indent the comment with spaces"
                )
            }
            line = endOfLine(from: line)
        }
    }

    private func spell(_ text: String, for node: YAMLNode) -> (bytes: [UInt8], style: YAMLStyle) {
        ScalarSpelling(isInFlow: isInFlow(node), preferredStyle: self[node].style).spell(text)
    }

    /// Refuses to replace a block scalar at a position where a quoted value is not allowed.
    private func requireHeaderBesideIndicator(
        of node: YAMLNode,
        _ entry: CollectionLayout.Entry
    ) throws(YAMLError) {
        guard self[node].style == .literal || self[node].style == .folded else { return }
        let start = entry.key == nil ? entry.opening.lowerBound : entry.middle.lowerBound
        guard lineStart(of: valueStart(of: node), notBefore: start) == start else {
            throw editRefused(
                node,
                "its '|' or '>' is below its \(entry.key == nil ? "dash" : "key")",
                hint: entry.key.map { "put it after the colon, as '\(string(of: $0)): |'" }
                    ?? "put it after the dash, as '- |'"
            )
        }
    }

    /// Refuses to give a value to a key that a colon cannot follow.
    private func requireColon(_ entry: CollectionLayout.Entry, of key: YAMLNode) throws(YAMLError) {
        let hasQuestionMark = bytes(in: entry.opening).contains(UInt8(ascii: "?"))
        let isOnOneLine = endOfLine(from: entry.keyText.lowerBound) >= entry.keyText.upperBound
        guard hasColon(entry) || (!hasQuestionMark && isOnOneLine) else {
            throw editRefused(
                key,
                hasQuestionMark ? "it is a '?' key without a value" : "it is a key of several lines without a value",
                hint: "write it as '\(string(of: key)): value'"
            )
        }
    }

    /// Returns the blank that a new colon needs after a key that ends with a tag or an anchor. Without it, the colon
    /// would become part of the tag or the anchor.
    private func blankInFrontOfNewColon(_ entry: CollectionLayout.Entry) -> [UInt8] {
        !hasColon(entry) && endsWithProperty(entry.keyText) ? [.space] : []
    }

    /// Returns the text after the `|` or `>` of a block scalar: a comment if there is one, and the line break.
    private func restOfBlockScalarHeader(of node: YAMLNode) -> [UInt8]? {
        guard self[node].style == .literal || self[node].style == .folded else { return nil }
        let start = valueStart(of: node)
        let line = bytes(in: start..<min(endOfLine(from: start), self[node].text.upperBound))
        guard let comment = line.firstIndex(of: UInt8(ascii: "#")) else { return lineBreak }
        return [.space] + line[comment...]
    }

    private func hasColon(_ entry: CollectionLayout.Entry) -> Bool {
        bytes(in: entry.middle).contains(UInt8(ascii: ":"))
    }

    /// Replaces the value of a pair with a collection below the key, and keeps the comment on the key's line.
    ///
    /// - Throws: `YAMLError` with the code `editRefused` if an alias repeats the value or a part of it, if an anchor or
    ///   a tag comes before it, or for a `?` key.
    package mutating func replaceValue(ofKey key: YAMLNode, with content: YAMLContent) throws(YAMLError) {
        guard let value = value(ofKey: key) else {
            throw editRefused(key, "it is not the key of a pair", hint: "edit it as a list item instead")
        }
        if case .text(let text) = content, self[value].kind == .scalar {
            try replaceScalar(value, with: text)
            return
        }
        try requireNoAlias(of: value)
        try requireNoProperties(of: value)
        try requireNoAnchors(below: value)
        let place = try openEntry(of: key)
        let entry = layouts[place].entry
        try requireColon(entry, of: key)
        try requireNoTabs(below: value, entry)
        let added: CollectionLayout.Entry
        if let column = layouts[place.layout].column {
            let restOfLine = try restOfKeyLine(of: key, entry)
            added = newPair(string(of: key), content, in: place.layout, column: column, restOfLine: restOfLine)
        } else {
            added = newFlowPair(string(of: key), content, in: place.layout)
        }
        let blanks = bytes(in: entry.middle).prefix(while: \.isBlank)
        let middle = add((blanks.isEmpty ? blankInFrontOfNewColon(entry) : Array(blanks)) + bytes(in: added.middle))
        layouts[place].entry.middle = middle
        layouts[place].entry.value = added.value
        layouts[place].entry.valueText = added.valueText
        layouts[place].entry.tail = added.tail
        self[key].next = added.value
        self[value].slot = nil
        rememberSlot(place)
        markEdited(layouts[place.layout].collection)
    }

    /// Returns the text on the line of a key after its colon or its value: blanks, a comment and the line break.
    private func restOfKeyLine(
        of key: YAMLNode,
        _ entry: CollectionLayout.Entry
    ) throws(YAMLError) -> [UInt8] {
        let middle = bytes(in: entry.middle)
        let hasQuestionMark = bytes(in: entry.opening).contains(UInt8(ascii: "?"))
        guard let colon = middle.firstIndex(where: { !$0.isBlank }), middle[colon] == UInt8(ascii: ":"),
            !hasQuestionMark
        else {
            throw editRefused(
                key,
                "it begins with '?'",
                hint: "write it on one line, as '\(string(of: key)):'"
            )
        }
        let value = entry.value
        let isBlock = self[value].kind != .scalar && self[value].style != .flow
        let header = restOfBlockScalarHeader(of: value) ?? []
        let rest = isBlock ? Array(middle[(colon + 1)...]) : header + bytes(in: entry.tail)
        // A comment needs a blank before it after a colon, but not after a bracket or a quote.
        return (rest.first == UInt8(ascii: "#") ? [.space] : []) + rest
    }

    /// Returns the anchor and the tag of a scalar, up to its text, and adds the blank that an empty scalar lacks.
    private func propertiesAndBlank(of node: YAMLNode) -> [UInt8] {
        let properties = Array(bytes(in: self[node].text.lowerBound..<valueStart(of: node)))
        guard let last = properties.last, !last.isBlank, !properties.endsWithLineBreak else {
            return properties
        }
        return properties + [.space]
    }

    /// Adds the blank that is missing after `key:` and `-` without a value.
    private mutating func addBlankInFrontOfValue(_ entry: inout CollectionLayout.Entry) {
        if entry.key != nil {
            // Between braces, the colon can be missing as well.
            let colon = hasColon(entry) ? [] : blankInFrontOfNewColon(entry) + [UInt8(ascii: ":")]
            entry.middle = add(bytes(in: entry.middle) + colon + [.space])
        } else if bytes(in: entry.opening).last == UInt8(ascii: "-") {
            entry.opening = add(bytes(in: entry.opening) + [.space])
        }
    }

    func isInFlow(_ node: YAMLNode) -> Bool {
        var collection = self[node].parent
        while let node = collection {
            if self[node].style == .flow { return true }
            collection = self[node].parent
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
