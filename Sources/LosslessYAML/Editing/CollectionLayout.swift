/// The division of a collection's text into its entries: separator, entry, separator, entry, …, foot.
struct CollectionLayout: Sendable {
    let collection: YAMLNode
    /// The column of the entries of a block collection; `nil` for a flow collection.
    var column: Int?
    /// The text before the first slot: the opening bracket of a flow collection.
    var head: TextRange
    /// The slots in document order, including those of removed entries.
    private(set) var slots: ContiguousArray<Slot> = []
    /// The text after the last slot: comments below the last item, or the closing bracket.
    var foot: TextRange
    /// The number of entries that are not removed.
    private(set) var liveCount = 0
    /// The number of blank lines between two entries, if it is the same everywhere; otherwise 0.
    var blankLines = 0
    /// Whether a comment is between the entries of a flow collection.
    var hasSeparatingComments = false

    /// An entry, and the text above it that does not belong to it.
    struct Slot: Sendable {
        var separator: TextRange
        var entry: Entry
        fileprivate(set) var isRemoved = false

        init(separator: TextRange, entry: Entry) {
            self.separator = separator
            self.entry = entry
        }
    }

    /// One item or one pair, with the comments and the line break that belong to it.
    struct Entry: Sendable {
        /// The comment lines directly above.
        var lead: TextRange
        /// The indentation, and `- ` or `? `, up to the key or the item.
        var opening: TextRange
        /// The key of a pair; `nil` in a sequence.
        var key: YAMLNode?
        var keyText: TextRange
        /// The colon and everything up to the value.
        var middle: TextRange
        var value: YAMLNode
        var valueText: TextRange
        /// The end of the line, with its comment.
        var tail: TextRange
    }

    /// The position of a slot in its layout. Only a layout makes positions, and it never removes a slot, so that a
    /// position is always valid; after an insertion it may be that of a different slot.
    struct SlotIndex: CompactIndex {
        let position: Int32
    }
}

extension CollectionLayout {
    init(of collection: YAMLNode, column: Int?, head: TextRange, foot: TextRange) {
        self.collection = collection
        self.column = column
        self.head = head
        self.foot = foot
    }

    subscript(index: SlotIndex) -> Slot {
        get { slots[index.arrayIndex] }
        _modify { yield &slots[index.arrayIndex] }
    }

    /// The positions of all slots, including those of removed entries.
    var indices: some RandomAccessCollection<SlotIndex> { slots.indices.lazy.map { SlotIndex(arrayIndex: $0) } }

    /// The slots whose entries are not removed.
    var liveSlots: some BidirectionalCollection<Slot> { slots.lazy.filter { !$0.isRemoved } }

    func index(after index: SlotIndex) -> SlotIndex? {
        index.arrayIndex + 1 < slots.count ? SlotIndex(arrayIndex: index.arrayIndex + 1) : nil
    }

    func hasEntries(after index: SlotIndex) -> Bool {
        slots[(index.arrayIndex + 1)...].contains { !$0.isRemoved }
    }

    mutating func reserveCapacity(_ count: Int) {
        slots.reserveCapacity(count)
    }

    @discardableResult
    mutating func append(_ slot: Slot) -> SlotIndex {
        slots.append(slot)
        liveCount += 1
        return SlotIndex(arrayIndex: slots.count - 1)
    }

    /// Inserts a slot before another one. The separator above the first entry stays above the first entry.
    mutating func insert(_ slot: Slot, before index: SlotIndex) {
        let position = index.arrayIndex
        slots.insert(slot, at: position)
        liveCount += 1
        guard position == 0 else { return }
        let separator = slots[1].separator
        slots[0].separator = separator
        slots[1].separator = separator.upperBound..<separator.upperBound
    }

    /// Removes an entry, but keeps its slot.
    mutating func removeEntry(at index: SlotIndex) {
        guard !self[index].isRemoved else { return }
        self[index].isRemoved = true
        liveCount -= 1
    }

    /// Leaves slots out, with their texts. Positions are those of other slots afterwards.
    mutating func omitSlots(where isOmitted: (SlotIndex) -> Bool) {
        slots = ContiguousArray(indices.filter { !isOmitted($0) }.map { self[$0] })
        liveCount = slots.count { !$0.isRemoved }
    }

    /// Takes the comments below the last item out of the foot, because they become the separator above a new item.
    mutating func absorbFoot() {
        guard column != nil else { return }
        foot = foot.upperBound..<foot.upperBound
    }
}

extension CollectionLayout.Entry {
    /// The item, or the key of the pair.
    var node: YAMLNode { key ?? value }

    /// The whole text; `nil` if an edit made it of several ranges.
    var text: TextRange? {
        let isOneRange =
            lead.upperBound == opening.lowerBound && opening.upperBound == keyText.lowerBound
            && keyText.upperBound == middle.lowerBound && middle.upperBound == valueText.lowerBound
            && valueText.upperBound == tail.lowerBound
        return isOneRange ? lead.lowerBound..<tail.upperBound : nil
    }

    init(lead: TextRange, opening: TextRange, item: YAMLNode, text: TextRange, tail: TextRange) {
        self.init(
            lead: lead,
            opening: opening,
            keyText: opening.upperBound..<opening.upperBound,
            middle: opening.upperBound..<opening.upperBound,
            value: item,
            valueText: text,
            tail: tail
        )
    }

    init(
        lead: TextRange,
        opening: TextRange,
        key: YAMLNode,
        keyText: TextRange,
        value: YAMLNode,
        valueText: TextRange,
        tail: TextRange
    ) {
        self.init(
            lead: lead,
            opening: opening,
            key: key,
            keyText: keyText,
            middle: keyText.upperBound..<max(keyText.upperBound, valueText.lowerBound),
            value: value,
            valueText: valueText,
            tail: tail
        )
    }
}
