internal import AzureMLSupport

extension YAMLDocument {
    /// Returns the entries of a block collection, each with the comments that belong to it.
    ///
    /// Comments directly above an entry and in its column belong to it. So do comments below it that are indented
    /// deeper, including the blank lines between them. All other comments and blank lines are separators.
    func blockLayout(of collection: YAMLNode, within extent: TextRange) throws(YAMLError) -> CollectionLayout {
        let isRoot = self[collection].parent == nil
        var layout = CollectionLayout(
            of: collection,
            column: 0,
            head: extent.lowerBound..<extent.lowerBound,
            foot: extent
        )
        var position = extent.lowerBound
        let members = members(of: collection)
        layout.reserveCapacity(members.count)
        for (key, value) in members {
            try requireOrder(position, self[key ?? value].text.lowerBound, in: collection)
            try requireOrder(self[value].text.upperBound, extent.upperBound, in: collection)
            let body = bodyStart(of: key ?? value, isItem: key == nil, from: position)
            let column = column(of: body)
            layout.column = column
            let lineStart = max(body - Int32(truncatingIfNeeded: column), position)
            let leadStart =
                isRoot && layout.slots.isEmpty
                ? lineStart
                : startOfComments(above: lineStart, notBefore: position, column: column)
            var entry = entry(key: key, value: value, from: leadStart, lineStart: lineStart, body: body)
            let end = endOfEntry(value, after: entry.valueText.upperBound, column: column, notAfter: extent.upperBound)
            if isBlockCollection(value) {
                entry.valueText = entry.valueText.lowerBound..<end
                entry.tail = end..<end
            } else {
                entry.tail = entry.valueText.upperBound..<end
            }
            layout.append(CollectionLayout.Slot(separator: position..<leadStart, entry: entry))
            position = end
        }
        layout.foot = position..<extent.upperBound
        return layout
    }

    private func isBlockCollection(_ node: YAMLNode) -> Bool {
        (self[node].kind == .sequence || self[node].kind == .mapping) && self[node].style != .flow
    }

    private func entry(
        key: YAMLNode?,
        value: YAMLNode,
        from leadStart: Int32,
        lineStart: Int32,
        body: Int32
    ) -> CollectionLayout.Entry {
        let indicatorEnd = key.map { endOfColon(after: $0, notAfter: self[value].text.lowerBound) } ?? body + 1
        let valueStart =
            isBlockCollection(value) ? blockStart(of: value, after: indicatorEnd) : self[value].text.lowerBound
        let valueText = valueStart..<max(valueStart, self[value].text.upperBound)
        guard let key else {
            return CollectionLayout.Entry(
                lead: leadStart..<lineStart,
                opening: lineStart..<valueStart,
                item: value,
                text: valueText,
                tail: valueStart..<valueStart
            )
        }
        return CollectionLayout.Entry(
            lead: leadStart..<lineStart,
            opening: lineStart..<self[key].text.lowerBound,
            key: key,
            keyText: self[key].text,
            value: value,
            valueText: valueText,
            tail: valueStart..<valueStart
        )
    }

    /// Returns the position after the colon of a key, which may be on a separate line; without a colon, the key's end.
    private func endOfColon(after key: YAMLNode, notAfter limit: Int32) -> Int32 {
        let end = self[key].text.upperBound
        let colon = endOfTrivia(from: end, notAfter: limit)
        return colon < limit && byte(at: colon) == UInt8(ascii: ":") ? colon + 1 : end
    }

    /// Returns the start of a block collection's text: its first whole line, or its position within a line.
    private func blockStart(of collection: YAMLNode, after indicator: Int32) -> Int32 {
        let start = valueStart(of: collection)
        let hasProperties = self[collection].flags.contains(.properties)
        let line = endOfLine(from: hasProperties ? endOfProperties(of: collection) : indicator)
        return line <= start ? line : start
    }

    /// Returns the position after blank lines, comments and indentation.
    func endOfTrivia(from position: Int32, notAfter limit: Int32) -> Int32 {
        var position = position
        while position < limit {
            position = endOfBlanks(from: position)
            guard position < limit, byte(at: position) == UInt8(ascii: "#") || lineBreakLength(at: position) > 0 else {
                return position
            }
            position = endOfLine(from: position)
        }
        return position
    }

    /// Returns the position of an item's `-`, of an explicit key's `?`, or of the key.
    func bodyStart(of node: YAMLNode, isItem: Bool, from position: Int32) -> Int32 {
        let limit = self[node].text.lowerBound
        var position = position
        while position < limit {
            switch byte(at: position) {
            case UInt8(ascii: "-") where isItem, UInt8(ascii: "?"): return position
            case UInt8(ascii: "#"): position = endOfLine(from: position)
            default: position += 1
            }
        }
        return limit
    }

    /// Returns the end of an entry, which includes its last line and the deeper comments below it.
    private func endOfEntry(
        _ value: YAMLNode,
        after valueEnd: Int32,
        column: Int,
        notAfter limit: Int32
    ) -> Int32 {
        var end = valueEnd
        if !isAtLineStart(end) || !endsWithBlockScalar(value) { end = min(endOfLine(from: end), limit) }
        while let comment = endOfDeeperComment(from: end, column: column, notAfter: limit) { end = comment }
        return end
    }

    func endsWithBlockScalar(_ node: YAMLNode) -> Bool { blockScalar(atEndOf: node) != nil }

    /// Returns the `|` or `>` value at the end of a node's text.
    func blockScalar(atEndOf node: YAMLNode) -> YAMLNode? {
        var node = node
        while let last = self[node].last, self[node].style != .flow, self[node].kind != .alias { node = last }
        // A missing value has an empty text at the end of its key. Nodes are in the order of their texts.
        while isValue(node), self[node].text.isEmpty, let before = nodes.node(before: node) { node = before }
        return self[node].style == .literal || self[node].style == .folded ? node : nil
    }

    private func isValue(_ node: YAMLNode) -> Bool {
        !isKey(node) && self[node].parent.map { self[$0].kind == .mapping } ?? false
    }

    /// Skips blank lines, and returns the end of the comment line after them if it is indented deeper than `column`.
    private func endOfDeeperComment(from position: Int32, column: Int, notAfter limit: Int32) -> Int32? {
        var line = position
        while line < limit {
            let text = endOfBlanks(from: line)
            guard text < limit else { return nil }
            if byte(at: text) == UInt8(ascii: "#") {
                return Int(text - line) > column ? min(endOfLine(from: text), limit) : nil
            }
            guard lineBreakLength(at: text) > 0 else { return nil }
            line = endOfLine(from: text)
        }
        return nil
    }

    /// Returns the start of the comment lines that are directly above a line and in the given column.
    private func startOfComments(above lineStart: Int32, notBefore limit: Int32, column: Int) -> Int32 {
        var start = lineStart
        while start > limit {
            let above = self.lineStart(of: previousLineEnd(before: start), notBefore: limit)
            let text = endOfBlanks(from: above)
            guard text < start, byte(at: text) == UInt8(ascii: "#"), Int(text - above) == column else { break }
            start = above
        }
        return start
    }

    /// Adds the comments below a sequence to it, if both are in the column of its key: commented-out items then stay
    /// above a new item.
    mutating func adoptTrailingComments(in layout: LayoutTable.ID) {
        let collection = layouts[layout].collection
        guard self[collection].kind == .sequence, let column = layouts[layout].column,
            let parent = self[collection].parent, let outer = self[parent].layout, layouts[outer].column == column,
            let slot = self[collection].slot
        else { return }
        let following = layouts[outer].index(after: slot)
        let below = following.map { layouts[outer][$0].separator } ?? layouts[outer].foot
        guard layouts[layout].foot.upperBound == below.lowerBound else { return }
        var end = below.lowerBound
        while end < below.upperBound, Int(endOfBlanks(from: end) - end) == column,
            byte(at: endOfBlanks(from: end)) == UInt8(ascii: "#")
        {
            end = min(endOfLine(from: end), below.upperBound)
        }
        layouts[layout].foot = layouts[layout].foot.lowerBound..<end
        layouts[outer][slot].entry.valueText = layouts[outer][slot].entry.valueText.lowerBound..<end
        if let following {
            layouts[outer][following].separator = end..<below.upperBound
        } else {
            layouts[outer].foot = end..<below.upperBound
        }
    }
}
