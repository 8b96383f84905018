/// How the text of a collection tiles into its entries: separator, entry, separator, entry, …, foot.
struct CollectionLayout: Sendable {
    let collection: YAMLNode
    /// The column of the entries of a block collection; `nil` for a flow collection.
    var column: Int?
    /// The text before the first slot: the opening bracket of a flow collection.
    var head: TextRange
    /// The slots in document order, those of removed entries included.
    private(set) var slots: ContiguousArray<Slot> = []
    /// The text after the last slot: comments below the last item, or the closing bracket.
    var foot: TextRange
    /// The number of entries that are not removed.
    private(set) var liveCount = 0
    /// The blank lines between any two entries when it is the same number everywhere, else 0.
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
        /// Indentation, `- ` or `? `; up to the key or the item.
        var opening: TextRange
        /// The key of a pair; `nil` in a sequence.
        var key: YAMLNode?
        var keyText: TextRange
        /// The colon and all up to the value.
        var middle: TextRange
        var value: YAMLNode
        var valueText: TextRange
        /// The end of the line, with its comment.
        var tail: TextRange
    }

    /// The place of a slot in its layout. Only a layout makes them, and it never takes a slot away: an index may come to
    /// name another slot when one is inserted, but it always names one.
    struct SlotIndex: PackableIndex {
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

    /// The places of all slots, those of removed entries included.
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

    /// Puts a slot before another one. A separator stays at its place among the entries.
    mutating func insert(_ slot: Slot, before index: SlotIndex) {
        let position = index.arrayIndex
        slots.insert(slot, at: position)
        liveCount += 1
        guard position == 0 else { return }
        let separator = slots[1].separator
        slots[0].separator = separator
        slots[1].separator = separator.upperBound..<separator.upperBound
    }

    /// Takes an entry out; its slot stays.
    mutating func removeEntry(at index: SlotIndex) {
        guard !self[index].isRemoved else { return }
        self[index].isRemoved = true
        liveCount -= 1
    }

    /// Comments below the last item stay above a new one: they are its separator now.
    mutating func absorbFoot() {
        guard column != nil else { return }
        foot = foot.upperBound..<foot.upperBound
    }
}

extension CollectionLayout.Entry {
    /// The item, or the key that stands for its pair.
    var node: YAMLNode { key ?? value }

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
