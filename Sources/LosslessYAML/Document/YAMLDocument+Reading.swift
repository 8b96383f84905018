package import AzureMLSupport

/// Reading looks through aliases: an alias has the kind, the text and the entries of the node that it stands for.
extension YAMLDocument {
    package func kind(of node: YAMLNode) -> YAMLNodeKind { self[resolvingAlias(node)].kind }

    package func style(of node: YAMLNode) -> YAMLStyle { self[resolvingAlias(node)].style }

    /// The place of a node in the source; for a node that an edit added, the place of the collection around it.
    package func location(of node: YAMLNode) -> SourceLocation {
        source.location(ofByte: sourceOffset(of: node))
    }

    /// The places of many nodes, or of bytes in their decoded texts, found in one pass over the source. Without an
    /// offset, and where the source does not spell the text letter for letter, the place is that of the node.
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

    /// The decoded text of a scalar; empty for every other kind.
    package func string(of node: YAMLNode) -> String {
        string(in: self[resolvingAlias(node)].content)
    }

    /// The decoded text of a scalar as UTF-8.
    package func utf8(of node: YAMLNode) -> ArraySlice<UInt8> {
        bytes(in: self[resolvingAlias(node)].content)
    }

    /// The node itself; for an alias, the node that it stands for.
    func resolvingAlias(_ node: YAMLNode) -> YAMLNode {
        self[node].aliasTarget ?? node
    }

    /// The items of a sequence in order; none for every other kind.
    package func items(of sequence: YAMLNode) -> [YAMLNode] {
        kind(of: sequence) == .sequence ? children(of: resolvingAlias(sequence)) : []
    }

    /// The pairs of a mapping in order; none for every other kind.
    package func pairs(of mapping: YAMLNode) -> [(key: YAMLNode, value: YAMLNode)] {
        keys(of: mapping).compactMap { key in value(ofKey: key).map { (key: key, value: $0) } }
    }

    /// The value of the first pair whose key is that text.
    package func value(forKey key: String, in mapping: YAMLNode) -> YAMLNode? {
        self.key(key, in: mapping).flatMap(value)
    }

    /// The value of a pair by its key; `nil` for a node that is not a key.
    func value(ofKey key: YAMLNode) -> YAMLNode? { isKey(key) ? self[key].next : nil }

    /// The key of the first pair whose key is that text.
    package func key(_ key: String, in mapping: YAMLNode) -> YAMLNode? {
        keys(of: mapping).first { kind(of: $0) == .scalar && utf8(of: $0).elementsEqual(key.utf8) }
    }

    /// Whether a node is the key of a pair.
    package func isKey(_ node: YAMLNode) -> Bool { self[node].flags.contains(.key) }

    /// The key of the pair that a node is the value of.
    package func keyOfValue(_ value: YAMLNode) -> YAMLNode? {
        guard let parent = self[value].parent else { return nil }
        return pairs(of: parent).first { $0.value == value }?.key
    }

    /// All scalars below a node that are in the text themselves, in its order.
    package func scalars(below node: YAMLNode) -> [YAMLNode] {
        // As deep as the text is nested, which parsing has limited.
        self[node].kind == .scalar ? [node] : children(of: node).flatMap(scalars)
    }

    func keys(of mapping: YAMLNode) -> [YAMLNode] {
        guard kind(of: mapping) == .mapping else { return [] }
        return children(of: resolvingAlias(mapping)).filter(isKey)
    }

    /// The items, or the keys and values one after the other. Edits keep the order in the layout alone.
    private func children(of collection: YAMLNode) -> [YAMLNode] {
        // An alias repeats nodes that are in the text elsewhere.
        guard self[collection].kind != .alias else { return [] }
        var children: [YAMLNode] = []
        if let layout = layout(of: collection) {
            children.reserveCapacity(layout.liveCount)
            for slot in layout.slots where !slot.isRemoved {
                if let key = slot.entry.key { children.append(key) }
                children.append(slot.entry.value)
            }
            return children
        }
        var child = self[collection].first
        while let node = child {
            children.append(node)
            child = self[node].next
        }
        return children
    }
}
