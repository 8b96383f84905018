internal import AzureMLSupport

/// Writes an edited document, one range after the other.
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

    /// A text without a final line break stays without one, whatever entry is now the last.
    private mutating func dropAddedFinalLineBreak(_ root: YAMLNode) {
        guard !document.source.bytes.isEmpty, !document.source.bytes.endsWithLineBreak,
            blockScalar(atEndOf: root) == nil
        else { return }
        if output.last == .newline { output.removeLast() }
        if output.last == .carriageReturn { output.removeLast() }
    }

    /// The last line break of a `|` or `>` value is part of the value.
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

    /// A byte order mark belongs to no line.
    private var isAtLineStart: Bool {
        output.count <= document.source.byteOrderMarkLength || output.endsWithLineBreak
    }

    // As deep as the document is nested, which parsing has limited.
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
            append(slot.entry.lead)
            appendOpening(slot.entry.opening, column: followsIndicator ? 0 : column)
            render(slot.entry)
            followsIndicator = false
        }
        if !layout.foot.isEmpty { startLine() }
        appendLines(layout.foot, after: last)
    }

    /// Lines between entries; after another value than in the source, blanks of empty lines could become part of it.
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

    /// An entry that has become the first one, or is no longer, is indented as its new place wants it.
    private mutating func appendOpening(_ opening: TextRange, column: Int) {
        let text = document.bytes(in: opening)
        let indentation = text.prefix { $0 == .space }
        if indentation.count != column, indentation.count < column || column == 0 {
            output += Array(repeating: .space, count: column)
            output.append(contentsOf: text.dropFirst(indentation.count))
        } else {
            append(opening)
        }
    }

    /// The separator of the first slot goes before the first entry that is left, so that no comma leads.
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

    /// Without entries there is nothing that a last comma could follow. The comments in front of it stay.
    private mutating func appendWithoutComma(_ foot: TextRange) {
        let comma = document.endOfTrivia(from: foot.lowerBound, notAfter: foot.upperBound)
        guard comma < foot.upperBound, document.byte(at: comma) == UInt8(ascii: ",") else { return append(foot) }
        let trivia = document.bytes(in: foot.lowerBound..<comma)
        if !trivia.allSatisfy(\.isBlank) { output.append(contentsOf: trivia) }
        append((comma + 1)..<foot.upperBound)
    }

    /// The text after an entry between brackets, kept from becoming a part of it.
    private mutating func appendFlow(_ next: TextRange, after entry: CollectionLayout.Entry?) {
        guard let entry, let first = document.bytes(in: next).first else { return append(next) }
        let text = document.utf8(of: entry.value)
        if document[entry.value].style == .plain, text.elementsEqual("-".utf8) || text.elementsEqual("?".utf8) {
            // In front of a blank these would be indicators.
            let isTrivia = { (byte: UInt8) in byte.isBlank || byte == .newline || byte == .carriageReturn }
            let trivia = document.bytes(in: next).prefix(while: isTrivia)
            return append((next.lowerBound + Int32(truncatingIfNeeded: trivia.count))..<next.upperBound)
        }
        if document.goesOn(entry, into: first) { output.append(.space) }
        append(next)
    }

    /// The key and the value, to the end of the line.
    private mutating func render(_ entry: CollectionLayout.Entry) {
        append(entry.keyText)
        guard document[entry.value].flags.contains(.edited), let layout = document.layout(of: entry.value) else {
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

    /// A block collection without entries would read as null: `key:` becomes `key: []`, its comment stays.
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

    /// After an explicit `?` key, comments and line breaks may be in front of the colon.
    private func endOfColon(in middle: TextRange) -> Int32 {
        let position = document.endOfTrivia(from: middle.lowerBound, notAfter: middle.upperBound)
        let isColon = position < middle.upperBound && document.byte(at: position) == UInt8(ascii: ":")
        return isColon ? position + 1 : middle.lowerBound
    }

    private func emptyCollection(_ collection: YAMLNode) -> [UInt8] {
        Array((document.kind(of: collection) == .sequence ? "[]" : "{}").utf8)
    }
}
