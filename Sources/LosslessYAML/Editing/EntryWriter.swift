/// Writes the text of a new entry and, along with it, the nodes that the text stands for.
///
/// Positions start at 0; who takes the text over moves them to where it lies.
struct EntryWriter {
    private(set) var text: [UInt8] = []
    /// The nodes in the order of their indices, each with its decoded text.
    private(set) var records: [(record: NodeRecord, content: String)] = []
    private let firstIndex: Int
    private let lineBreak: [UInt8]
    private let spelling: ScalarSpelling
    /// The quotes around other items are no reason for some around a key.
    private let keySpelling: ScalarSpelling
    /// The blanks behind a `-`.
    var dashGap = 1
    /// How much deeper than its key a sequence below a key in the first column is indented.
    var sequenceIndentation = 2

    init(nodes: Int, lineBreak: [UInt8], isInFlow: Bool, quotes: YAMLStyle) {
        firstIndex = nodes
        self.lineBreak = lineBreak
        spelling = ScalarSpelling(isInFlow: isInFlow, preferredStyle: quotes)
        keySpelling = ScalarSpelling(isInFlow: isInFlow, preferredStyle: .plain)
    }

    private var end: Int32 { Int32(truncatingIfNeeded: text.count) }

    /// Writes whole lines: `- item`, or `key: value`.
    mutating func blockEntry(
        _ content: YAMLContent,
        key: String?,
        parent: Int32,
        column: Int,
        rest: [UInt8]?
    ) -> CollectionLayout.Entry {
        var entry = emptyEntry()
        text += blanks(column)
        var contentColumn = column
        if let key {
            entry.opening = 0..<end
            entry.key = addScalar(key, parent: parent, isKey: true)
            entry.keyText = entry.opening.upperBound..<end
            text.append(UInt8(ascii: ":"))
        } else {
            text.append(UInt8(ascii: "-"))
            contentColumn = column + 1 + dashGap
        }
        if content.fitsOnLine {
            text += key == nil ? blanks(dashGap) : [0x20]
            closeOpening(of: &entry)
            entry.value = addFlow(content, parent: parent)
            entry.valueText = entry.middle.upperBound..<end
            text += rest ?? lineBreak
            entry.tail = entry.valueText.upperBound..<end
        } else {
            text += key == nil ? blanks(dashGap) : rest ?? lineBreak
            if key != nil, text.last != 0x0A, text.last != 0x0D { text += lineBreak }
            closeOpening(of: &entry)
            entry.value = addBlock(content, parent: parent, column: contentColumn, isInline: key == nil)
            entry.valueText = entry.middle.upperBound..<end
            entry.tail = end..<end
        }
        link(entry)
        return entry
    }

    /// Writes `item`, or `key: value`, as it stands between commas.
    mutating func flowEntry(_ content: YAMLContent, key: String?, parent: Int32) -> CollectionLayout.Entry {
        var entry = emptyEntry()
        if let key {
            entry.key = addScalar(key, parent: parent, isKey: true)
            entry.keyText = 0..<end
            text += ": ".utf8
        }
        closeOpening(of: &entry)
        entry.value = addFlow(content, parent: parent)
        entry.valueText = entry.middle.upperBound..<end
        entry.tail = end..<end
        link(entry)
        return entry
    }

    private func emptyEntry() -> CollectionLayout.Entry {
        CollectionLayout.Entry(
            lead: 0..<0,
            opening: 0..<0,
            key: -1,
            keyText: 0..<0,
            middle: 0..<0,
            value: -1,
            valueText: 0..<0,
            tail: 0..<0
        )
    }

    /// What was written since the key, or since the start of an item, leads to the value.
    private func closeOpening(of entry: inout CollectionLayout.Entry) {
        if entry.key >= 0 {
            entry.middle = entry.keyText.upperBound..<end
        } else {
            entry.opening = 0..<end
            entry.keyText = end..<end
            entry.middle = end..<end
        }
    }

    /// A key is followed by its value.
    private mutating func link(_ entry: CollectionLayout.Entry) {
        guard entry.key >= 0 else { return }
        records[Int(entry.key) - firstIndex].record.next = entry.value
    }

    private mutating func addScalar(_ value: String, parent: Int32, isKey: Bool = false) -> Int32 {
        let (spelled, style) = (isKey ? keySpelling : spelling).spell(value)
        let start = end
        text += spelled
        let flags: NodeRecord.Flags = isKey ? .key : []
        return addRecord(.scalar, style, parent: parent, from: start, content: value, flags: flags)
    }

    private mutating func addRecord(
        _ kind: YAMLNodeKind,
        _ style: YAMLStyle,
        parent: Int32,
        from start: Int32,
        content: String = "",
        flags: NodeRecord.Flags = []
    ) -> Int32 {
        let record = NodeRecord(
            kind: kind,
            style: style,
            flags: flags,
            parent: parent,
            text: start..<end,
            content: 0..<0
        )
        records.append((record: record, content: content))
        return Int32(truncatingIfNeeded: firstIndex + records.count - 1)
    }

    // As deep as the content that this package itself builds.
    private mutating func addBlock(_ content: YAMLContent, parent: Int32, column: Int, isInline: Bool) -> Int32 {
        let start = end
        let kind: YAMLNodeKind = if case .sequence = content { .sequence } else { .mapping }
        let index = addRecord(kind, .block, parent: parent, from: start)
        var children: [Int32] = []
        var isFirst = true
        for (key, value) in content.members {
            let isBelowRootKey = key == nil && !isInline && column == 0
            let lineColumn = isBelowRootKey ? sequenceIndentation : column
            if !(isFirst && isInline) { text += blanks(lineColumn) }
            isFirst = false
            children += addMember(key: key, value, parent: index, column: lineColumn)
        }
        close(index, children: children)
        return index
    }

    private mutating func addMember(key: String?, _ value: YAMLContent, parent: Int32, column: Int) -> [Int32] {
        var children: [Int32] = []
        if let key {
            children.append(addScalar(key, parent: parent, isKey: true))
            text.append(UInt8(ascii: ":"))
        } else {
            text.append(UInt8(ascii: "-"))
        }
        if value.fitsOnLine {
            text += key == nil ? blanks(dashGap) : [0x20]
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

    private mutating func addFlow(_ content: YAMLContent, parent: Int32) -> Int32 {
        if case .text(let value) = content { return addScalar(value, parent: parent) }
        let start = end
        let isSequence = if case .sequence = content { true } else { false }
        let index = addRecord(isSequence ? .sequence : .mapping, .flow, parent: parent, from: start)
        text.append(UInt8(ascii: isSequence ? "[" : "{"))
        var children: [Int32] = []
        for (key, value) in content.members {
            if !children.isEmpty { text += ", ".utf8 }
            if let key {
                children.append(addScalar(key, parent: index, isKey: true))
                text += ": ".utf8
            }
            children.append(addFlow(value, parent: index))
        }
        text.append(UInt8(ascii: isSequence ? "]" : "}"))
        close(index, children: children)
        return index
    }

    private mutating func close(_ index: Int32, children: [Int32]) {
        let position = Int(index) - firstIndex
        let start = records[position].record.text.lowerBound
        records[position].record.text = start..<end
        records[position].record.first = children.first ?? -1
        records[position].record.last = children.last ?? -1
        for (child, next) in zip(children, children.dropFirst()) {
            records[Int(child) - firstIndex].record.next = next
        }
    }

    private func blanks(_ count: Int) -> [UInt8] { Array(repeating: 0x20, count: count) }
}

extension YAMLContent {
    /// A text, or an empty collection, which has no block style.
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
