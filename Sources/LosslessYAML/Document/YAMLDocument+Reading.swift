package import AzureMLSupport

/// Reading follows aliases: an alias has the kind, the text and the entries of the node that it refers to.
extension YAMLDocument {
    package func kind(of node: YAMLNode) -> YAMLNodeKind { self[resolvingAlias(node)].kind }

    package func style(of node: YAMLNode) -> YAMLStyle { self[resolvingAlias(node)].style }

    /// The comments that suppress diagnostics, by the lines of the source that ``location(of:)`` returns.
    package var suppressionComments: SuppressionComments {
        source.suppressionComments { positions in
            // A `#` inside a scalar is part of its value. Positions and scalars are walked through once, in order.
            let values = (root.map(scalars) ?? []).map { self[$0].text }.sorted { $0.lowerBound < $1.lowerBound }
            var next = 0
            return positions.map { position in
                while next < values.count, Int(values[next].upperBound) <= position { next += 1 }
                return next == values.count || Int(values[next].lowerBound) > position
            }
        }
    }

    /// Returns the location of a node in the source; for a node that an edit added, that of the collection around it.
    package func location(of node: YAMLNode) -> SourceLocation {
        source.location(ofByte: sourceOffset(of: node))
    }

    /// Returns the locations of nodes, or of bytes in their decoded texts, found in one pass over the source. Without
    /// an offset, or if the source does not contain the text letter for letter, the location is that of the node.
    package func locations(of nodes: [(node: YAMLNode, textOffset: Int?)]) -> [SourceLocation] {
        source.locations(
            ofBytes: nodes.map { node, textOffset in
                textOffset.flatMap { sourceOffset(ofTextByte: $0, in: node) } ?? sourceOffset(of: node)
            }
        )
    }

    private func sourceOffset(ofTextByte offset: Int, in node: YAMLNode) -> Int? {
        let content = self[node].content
        guard self[node].kind == .scalar, Int(content.upperBound) <= source.bytes.count, offset <= content.count else {
            return nil
        }
        return Int(content.lowerBound) + offset
    }

    private func sourceOffset(of node: YAMLNode) -> Int {
        var node = node
        while Int(self[node].text.lowerBound) > source.bytes.count, let parent = self[node].parent { node = parent }
        return min(Int(self[node].text.lowerBound), source.bytes.count)
    }

    /// Returns the decoded text of a scalar; empty for every other kind.
    package func string(of node: YAMLNode) -> String {
        string(in: self[resolvingAlias(node)].content)
    }

    /// Returns the decoded text of a scalar as UTF-8.
    package func utf8(of node: YAMLNode) -> ArraySlice<UInt8> {
        bytes(in: self[resolvingAlias(node)].content)
    }

    /// Returns the node itself; for an alias, the node that it refers to.
    func resolvingAlias(_ node: YAMLNode) -> YAMLNode {
        self[node].aliasTarget ?? node
    }

    /// Returns the collection that a node is an entry of; `nil` for the root.
    package func collection(around node: YAMLNode) -> YAMLNode? { self[node].parent }

    /// Returns the items of a sequence in order; an empty array for every other kind.
    package func items(of sequence: YAMLNode) -> [YAMLNode] {
        kind(of: sequence) == .sequence ? children(of: resolvingAlias(sequence)) : []
    }

    /// Returns the items of a sequence that are not scalars, which are few in most texts; an empty array for every other
    /// kind.
    package func collections(in sequence: YAMLNode) -> [YAMLNode] {
        guard kind(of: sequence) == .sequence else { return [] }
        var collections: [YAMLNode] = []
        forEachChild(of: resolvingAlias(sequence)) { if kind(of: $0) != .scalar { collections.append($0) } }
        return collections
    }

    /// Returns the pairs of a mapping in order; an empty array for every other kind.
    package func pairs(of mapping: YAMLNode) -> [(key: YAMLNode, value: YAMLNode)] {
        guard kind(of: mapping) == .mapping else { return [] }
        var pairs: [(key: YAMLNode, value: YAMLNode)] = []
        let mapping = resolvingAlias(mapping)
        forEachChild(of: mapping) { key in
            if let value = value(ofKey: key) { pairs.append((key: key, value: value)) }
        }
        return pairs
    }

    /// Returns the value of the first pair whose key is the given text.
    package func value(forKey key: String, in mapping: YAMLNode) -> YAMLNode? {
        self.key(key, in: mapping).flatMap(value)
    }

    /// Returns the value of a key's pair; `nil` for a node that is not a key.
    func value(ofKey key: YAMLNode) -> YAMLNode? { isKey(key) ? self[key].next : nil }

    /// Whether a node is a scalar with exactly this text.
    package func isScalar(_ node: YAMLNode, _ text: String) -> Bool {
        let record = self[resolvingAlias(node)]
        return record.kind == .scalar && record.content.count == text.utf8.count
            && bytes(in: record.content).elementsEqual(text.utf8)
    }

    /// Returns the key of the first pair whose key is the given text.
    package func key(_ key: String, in mapping: YAMLNode) -> YAMLNode? {
        keys(of: mapping).first { isScalar($0, key) }
    }

    /// Whether a node is the key of a pair.
    package func isKey(_ node: YAMLNode) -> Bool { self[node].flags.contains(.key) }

    /// Returns the key of the pair whose value is the given node.
    package func keyOfValue(_ value: YAMLNode) -> YAMLNode? {
        guard let parent = self[value].parent else { return nil }
        return pairs(of: parent).first { $0.value == value }?.key
    }

    /// Returns all scalars below a node in the order of the text, without those that an alias repeats.
    package func scalars(below node: YAMLNode) -> [YAMLNode] {
        // The recursion is as deep as the text is nested, which parsing has limited.
        self[node].kind == .scalar ? [node] : children(of: node).flatMap(scalars)
    }

    func keys(of mapping: YAMLNode) -> [YAMLNode] {
        guard kind(of: mapping) == .mapping else { return [] }
        var keys: [YAMLNode] = []
        let mapping = resolvingAlias(mapping)
        forEachChild(of: mapping) { child in
            if isKey(child) { keys.append(child) }
        }
        return keys
    }

    /// Returns the items, or the keys and values in turn.
    private func children(of collection: YAMLNode) -> [YAMLNode] {
        var children: [YAMLNode] = []
        forEachChild(of: collection) { children.append($0) }
        return children
    }

    /// Calls `body` with the items, or with the keys and values in turn. After an edit, only the layout has their
    /// current order.
    private func forEachChild(of collection: YAMLNode, _ body: (YAMLNode) -> Void) {
        // The nodes that an alias repeats are elsewhere in the text.
        guard self[collection].kind != .alias else { return }
        if let layout = layout(of: collection) {
            for slot in layout.slots where !slot.isRemoved {
                if let key = slot.entry.key { body(key) }
                body(slot.entry.value)
            }
            return
        }
        var child = self[collection].first
        while let node = child {
            body(node)
            child = self[node].next
        }
    }
}
