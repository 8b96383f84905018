internal import AzureMLSupport

/// Writes an edited document range by range.
struct Renderer {
    private let document: YAMLDocument
    private let lineBreak: [UInt8]
    private(set) var output: [UInt8] = []

    init(document: YAMLDocument) {
        self.document = document
        lineBreak = document.lineBreak
        output.reserveCapacity(document.source.bytes.count + document.added.count)
    }

    mutating func renderDocument(_ root: YAMLNode, in frame: YAMLDocument.RootFrame) {
        append(frame.head)
        if document.layout(of: root)?.liveCount == 0, document.style(of: root) != .flow {
            startLine()
            output += emptyCollection(root) + lineBreak
        }
        renderCollection(root)
        append(frame.foot)
        dropAddedFinalLineBreak(root)
    }

    /// Removes the final line break of a text that had none, whichever entry is now the last.
    private mutating func dropAddedFinalLineBreak(_ root: YAMLNode) {
        guard !document.source.bytes.isEmpty, !document.source.bytes.endsWithLineBreak,
            blockScalar(atEndOf: root) == nil
        else { return }
        if output.last == .newline { output.removeLast() }
        if output.last == .carriageReturn { output.removeLast() }
    }

    /// Returns the `|` or `>` value at the end of a collection, whose final line break is part of the value.
    private func blockScalar(atEndOf collection: YAMLNode) -> YAMLNode? {
        var node = collection
        while let layout = document.layout(of: node), layout.column != nil, layout.foot.isEmpty,
            let last = layout.liveSlots.last
        {
            node = last.entry.value
        }
        return document.layout(of: node) == nil ? document.blockScalar(atEndOf: node) : nil
    }

    private mutating func append(_ range: TextRange) {
        output.append(contentsOf: document.bytes(in: range))
    }

    private mutating func startLine() {
        if !isAtLineStart { output += lineBreak }
    }

    /// Whether the output ends at the start of a line. A byte order mark is not part of a line.
    private var isAtLineStart: Bool {
        output.count <= document.source.byteOrderMarkLength || output.endsWithLineBreak
    }

    // The recursion is as deep as the document is nested, which parsing has limited.
    private mutating func renderCollection(_ collection: YAMLNode) {
        guard let layout = document.layout(of: collection) else { return }
        append(layout.head)
        if let column = layout.column {
            renderBlockSlots(layout, column: column)
        } else {
            renderFlowSlots(layout)
        }
    }

    private mutating func renderBlockSlots(_ layout: CollectionLayout, column: Int) {
        // The first entry may follow another indicator, as in `- pip:`.
        var followsIndicator = !isAtLineStart
        var last: YAMLNode?
        for slot in layout.slots {
            if !slot.separator.isEmpty {
                startLine()
                appendLines(slot.separator, after: last)
                followsIndicator = false
            }
            guard !slot.isRemoved else { continue }
            last = slot.entry.value
            followsIndicator = followsIndicator && slot.entry.lead.isEmpty
            if !followsIndicator { startLine() }
            render(slot.entry, column: followsIndicator ? 0 : column)
            followsIndicator = false
        }
        if !layout.foot.isEmpty { startLine() }
        appendLines(layout.foot, after: last)
    }

    /// Appends the lines between entries. After a block scalar that they did not follow in the source, it omits the
    /// blanks on empty lines, which could become part of the scalar.
    private mutating func appendLines(_ lines: TextRange, after value: YAMLNode?) {
        var position = lines.lowerBound
        if let value, followsNewBlockScalar(lines, atEndOf: value) {
            while position < lines.upperBound {
                let text = document.endOfBlanks(from: position)
                let length = Int32(truncatingIfNeeded: document.lineBreakLength(at: text))
                guard length > 0 else { break }
                append(text..<(text + length))
                position = text + length
            }
        }
        append(position..<lines.upperBound)
    }

    private func followsNewBlockScalar(_ lines: TextRange, atEndOf value: YAMLNode) -> Bool {
        guard let text = blockScalar(atEndOf: value).map({ document[$0].text }) else { return false }
        return text.upperBound != lines.lowerBound && output.suffix(text.count).elementsEqual(document.bytes(in: text))
    }

    /// Renders an entry of a block collection. If the entry became the first one, or is no longer the first, its
    /// indentation is adapted to its new position.
    private mutating func render(_ entry: CollectionLayout.Entry, column: Int) {
        let opening = document.bytes(in: entry.opening)
        let indentation = opening.prefix { $0 == .space }.count
        let isAdapted = indentation != column && (indentation < column || column == 0)
        // Most entries are as in the source. Appending their parts one by one would take several times as long.
        if !isAdapted, !isEdited(entry.value), let text = entry.text { return append(text) }
        append(entry.lead)
        if isAdapted {
            output += Array(repeating: .space, count: column)
            output.append(contentsOf: opening.dropFirst(indentation))
        } else {
            append(entry.opening)
        }
        render(entry)
    }

    private func isEdited(_ node: YAMLNode) -> Bool { document[node].flags.contains(.edited) }

    /// Renders the slots of a flow collection. The separator of the first slot goes before the first remaining entry,
    /// so that the text does not begin with a comma.
    private mutating func renderFlowSlots(_ layout: CollectionLayout) {
        var previous: CollectionLayout.Entry?
        for slot in layout.slots where !slot.isRemoved {
            let separator = previous == nil ? layout.slots[0].separator : slot.separator
            appendFlow(separator, after: previous)
            append(slot.entry.opening)
            render(slot.entry)
            previous = slot.entry
        }
        guard let previous else { return appendWithoutComma(layout.foot) }
        appendFlow(layout.foot, after: previous)
    }

    /// Appends the foot of a collection without entries: a comma would not be valid there, but comments before it stay.
    private mutating func appendWithoutComma(_ foot: TextRange) {
        let comma = document.endOfTrivia(from: foot.lowerBound, notAfter: foot.upperBound)
        guard comma < foot.upperBound, document.byte(at: comma) == UInt8(ascii: ",") else { return append(foot) }
        let trivia = document.bytes(in: foot.lowerBound..<comma)
        if !trivia.allSatisfy(\.isBlank) { output.append(contentsOf: trivia) }
        append((comma + 1)..<foot.upperBound)
    }

    /// Appends the text after an entry in brackets so that it does not become part of the entry.
    private mutating func appendFlow(_ next: TextRange, after entry: CollectionLayout.Entry?) {
        guard let entry, let first = document.bytes(in: next).first else { return append(next) }
        let text = document.utf8(of: entry.value)
        if document[entry.value].style == .plain, text.elementsEqual("-".utf8) || text.elementsEqual("?".utf8) {
            // Before a blank these would be indicators.
            let isTrivia = { (byte: UInt8) in byte.isBlank || byte == .newline || byte == .carriageReturn }
            let trivia = document.bytes(in: next).prefix(while: isTrivia)
            return append((next.lowerBound + Int32(truncatingIfNeeded: trivia.count))..<next.upperBound)
        }
        if document.goesOn(entry, into: first) { output.append(.space) }
        append(next)
    }

    /// Renders the key and the value, up to the end of the line.
    private mutating func render(_ entry: CollectionLayout.Entry) {
        append(entry.keyText)
        guard isEdited(entry.value), let layout = document.layout(of: entry.value) else {
            append(entry.middle)
            append(entry.valueText)
            append(entry.tail)
            return
        }
        if layout.liveCount == 0, let column = layout.column {
            renderEmptied(entry.value, middle: entry.middle, column: column)
        } else {
            append(entry.middle)
        }
        renderCollection(entry.value)
        append(entry.tail)
    }

    /// Renders a block collection that lost all its entries. It would now read as null, so `key:` becomes `key: []`;
    /// its comment stays.
    private mutating func renderEmptied(_ collection: YAMLNode, middle: TextRange, column: Int) {
        let hasProperties = document[collection].flags.contains(.properties) && !middle.isEmpty
        let start =
            middle.lowerBound..<(hasProperties ? document.endOfProperties(of: collection) : endOfColon(in: middle))
        append(start)
        if !start.isEmpty {
            output.append(.space)
        } else if output.endsWithLineBreak {
            output += Array(repeating: .space, count: column)
        }
        output += emptyCollection(collection)
        append(start.upperBound..<middle.upperBound)
        startLine()
    }

    /// Returns the end of the colon, which comments and line breaks may precede after an explicit `?` key.
    private func endOfColon(in middle: TextRange) -> Int32 {
        let position = document.endOfTrivia(from: middle.lowerBound, notAfter: middle.upperBound)
        let isColon = position < middle.upperBound && document.byte(at: position) == UInt8(ascii: ":")
        return isColon ? position + 1 : middle.lowerBound
    }

    private func emptyCollection(_ collection: YAMLNode) -> [UInt8] {
        Array((document.kind(of: collection) == .sequence ? "[]" : "{}").utf8)
    }
}
