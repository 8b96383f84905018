internal import AzureMLSupport

/// Writes the text of a new entry, together with the nodes of that text.
struct EntryWriter {
    private(set) var text: [UInt8] = []
    private(set) var nodes: NodeTable
    /// The decoded texts of the scalars that are not written letter for letter.
    private(set) var decodedTexts: [(node: YAMLNode, text: String)] = []
    /// The position of the text in the document.
    private let start: Int32
    private let lineBreak: [UInt8]
    private let spelling: ScalarSpelling
    /// The spelling of keys: with quotes only where the document is a flow mapping with quotes around its keys, as
    /// JSON.
    private let keySpelling: ScalarSpelling
    /// The number of spaces after a `-`.
    var dashGap = 1
    /// The indentation of a sequence below a key in the first column.
    var sequenceIndentation = 2

    init(at start: Int32, nodes: NodeTable, lineBreak: [UInt8], isInFlow: Bool, quotes: YAMLStyle, keyQuotes: YAMLStyle)
    {
        self.start = start
        self.nodes = nodes
        self.lineBreak = lineBreak
        spelling = ScalarSpelling(isInFlow: isInFlow, preferredStyle: quotes)
        keySpelling = ScalarSpelling(isInFlow: isInFlow, preferredStyle: keyQuotes)
    }

    private var end: Int32 { start + Int32(truncatingIfNeeded: text.count) }

    /// Writes `- item` as one or more whole lines.
    mutating func blockItem(_ content: YAMLContent, parent: YAMLNode, column: Int) -> CollectionLayout.Entry {
        text += blanks(column)
        text.append(UInt8(ascii: "-"))
        text += blanks(dashGap)
        let opening = start..<end
        let value: YAMLNode
        if content.fitsOnLine {
            value = addFlow(content, parent: parent)
        } else {
            value = addBlock(content, parent: parent, column: column + 1 + dashGap, isInline: true)
        }
        let valueText = opening.upperBound..<end
        if content.fitsOnLine { text += lineBreak }
        return CollectionLayout.Entry(
            lead: start..<start,
            opening: opening,
            item: value,
            text: valueText,
            tail: valueText.upperBound..<end
        )
    }

    /// Writes `key: value` as one or more whole lines. Without a given rest, the key's line ends with a line break.
    mutating func blockPair(
        _ key: String,
        _ content: YAMLContent,
        parent: YAMLNode,
        column: Int,
        rest: [UInt8]?
    ) -> CollectionLayout.Entry {
        text += blanks(column)
        let opening = start..<end
        let key = addScalar(key, parent: parent, isKey: true)
        let keyText = opening.upperBound..<end
        text.append(UInt8(ascii: ":"))
        if content.fitsOnLine {
            text.append(.space)
        } else {
            text += rest ?? lineBreak
            if text.last != .newline, text.last != .carriageReturn { text += lineBreak }
        }
        let valueStart = end
        let value =
            content.fitsOnLine
            ? addFlow(content, parent: parent)
            : addBlock(content, parent: parent, column: column, isInline: false)
        let valueText = valueStart..<end
        if content.fitsOnLine { text += rest ?? lineBreak }
        nodes[key].next = value
        return CollectionLayout.Entry(
            lead: start..<start,
            opening: opening,
            key: key,
            keyText: keyText,
            value: value,
            valueText: valueText,
            tail: valueText.upperBound..<end
        )
    }

    /// Writes `item` as it appears between commas.
    mutating func flowItem(_ content: YAMLContent, parent: YAMLNode) -> CollectionLayout.Entry {
        let value = addFlow(content, parent: parent)
        return CollectionLayout.Entry(
            lead: start..<start,
            opening: start..<start,
            item: value,
            text: start..<end,
            tail: end..<end
        )
    }

    /// Writes `key: value` as it appears between commas.
    mutating func flowPair(_ key: String, _ content: YAMLContent, parent: YAMLNode) -> CollectionLayout.Entry {
        let key = addScalar(key, parent: parent, isKey: true)
        let keyText = start..<end
        text += ": ".utf8
        let valueStart = end
        let value = addFlow(content, parent: parent)
        nodes[key].next = value
        return CollectionLayout.Entry(
            lead: start..<start,
            opening: start..<start,
            key: key,
            keyText: keyText,
            value: value,
            valueText: valueStart..<end,
            tail: end..<end
        )
    }

    private mutating func addScalar(_ value: String, parent: YAMLNode, isKey: Bool = false) -> YAMLNode {
        let (spelled, style) = (isKey ? keySpelling : spelling).spell(value)
        let valueStart = end
        text += spelled
        let node = addNode(.scalar, style, parent: parent, from: valueStart)
        if isKey { nodes[node].flags.insert(.key) }
        if style == .plain {
            nodes[node].content = nodes[node].text
        } else {
            decodedTexts.append((node: node, text: value))
        }
        return node
    }

    private mutating func addNode(
        _ kind: YAMLNodeKind,
        _ style: YAMLStyle,
        parent: YAMLNode,
        from start: Int32
    ) -> YAMLNode {
        nodes.append(NodeRecord(kind: kind, style: style, parent: parent, text: start..<end, content: 0..<0))
    }

    // The recursion is as deep as the content, which this package itself builds.
    private mutating func addBlock(
        _ content: YAMLContent,
        parent: YAMLNode,
        column: Int,
        isInline: Bool
    ) -> YAMLNode {
        let kind: YAMLNodeKind = if case .sequence = content { .sequence } else { .mapping }
        let collection = addNode(kind, .block, parent: parent, from: end)
        var children: [YAMLNode] = []
        var isFirst = true
        for (key, value) in content.members {
            let isBelowRootKey = key == nil && !isInline && column == 0
            let lineColumn = isBelowRootKey ? sequenceIndentation : column
            if !(isFirst && isInline) { text += blanks(lineColumn) }
            isFirst = false
            children += addMember(key: key, value, parent: collection, column: lineColumn)
        }
        close(collection, children: children)
        return collection
    }

    private mutating func addMember(
        key: String?,
        _ value: YAMLContent,
        parent: YAMLNode,
        column: Int
    ) -> [YAMLNode] {
        var children: [YAMLNode] = []
        if let key {
            children.append(addScalar(key, parent: parent, isKey: true))
            text.append(UInt8(ascii: ":"))
        } else {
            text.append(UInt8(ascii: "-"))
        }
        if value.fitsOnLine {
            text += key == nil ? blanks(dashGap) : [.space]
            children.append(addFlow(value, parent: parent))
            text += lineBreak
        } else if key == nil {
            text += blanks(dashGap)
            children.append(addBlock(value, parent: parent, column: column + 1 + dashGap, isInline: true))
        } else {
            text += lineBreak
            children.append(addBlock(value, parent: parent, column: column, isInline: false))
        }
        return children
    }

    private mutating func addFlow(_ content: YAMLContent, parent: YAMLNode) -> YAMLNode {
        if case .text(let value) = content { return addScalar(value, parent: parent) }
        let isSequence = if case .sequence = content { true } else { false }
        let collection = addNode(isSequence ? .sequence : .mapping, .flow, parent: parent, from: end)
        text.append(UInt8(ascii: isSequence ? "[" : "{"))
        var children: [YAMLNode] = []
        for (key, value) in content.members {
            if !children.isEmpty { text += ", ".utf8 }
            if let key {
                children.append(addScalar(key, parent: collection, isKey: true))
                text += ": ".utf8
            }
            children.append(addFlow(value, parent: collection))
        }
        text.append(UInt8(ascii: isSequence ? "]" : "}"))
        close(collection, children: children)
        return collection
    }

    private mutating func close(_ collection: YAMLNode, children: [YAMLNode]) {
        nodes[collection].text = nodes[collection].text.lowerBound..<end
        nodes[collection].first = children.first
        nodes[collection].last = children.last
        for (child, next) in zip(children, children.dropFirst()) { nodes[child].next = next }
    }

    private func blanks(_ count: Int) -> [UInt8] { Array(repeating: .space, count: count) }
}

extension YAMLContent {
    /// Whether this is a string, or an empty collection, which has no block style.
    fileprivate var fitsOnLine: Bool { members.isEmpty }

    /// The items, or the keys with their values.
    fileprivate var members: [(key: String?, value: YAMLContent)] {
        switch self {
        case .text: []
        case .sequence(let items): items.map { (key: nil, value: $0) }
        case .mapping(let pairs): pairs.map { (key: $0.key, value: $0.value) }
        }
    }
}
