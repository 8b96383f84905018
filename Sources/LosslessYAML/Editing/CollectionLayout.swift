/// How the text of a collection tiles into its entries: separator, entry, separator, entry, …, foot.
struct CollectionLayout: Sendable {
    /// The column of the entries of a block collection; `nil` for a flow collection.
    var column: Int?
    /// What stands before the first slot: the opening bracket of a flow collection.
    var head: TextRange
    /// The slots in document order, those of removed entries included.
    var slots: ContiguousArray<Slot> = []
    /// What stands behind the last slot: comments below the last item, or the closing bracket.
    var foot: TextRange
    /// The number of entries that are not removed.
    var liveCount = 0
    /// The blank lines between any two entries when it is the same number everywhere, else 0.
    var blankLines = 0
    /// Whether a comment stands between the entries of a flow collection.
    var hasSeparatingComments = false

    /// An entry and what stands above it but does not belong to it.
    struct Slot: Sendable {
        var separator: TextRange
        var entry: Entry
        var isRemoved = false
    }

    /// One item or one pair, with the comments and the line break that belong to it.
    struct Entry: Sendable {
        /// The comment lines directly above.
        var lead: TextRange
        /// Indentation, `- ` or `? `; up to the key or the item.
        var opening: TextRange
        /// The key of a pair; -1 in a sequence.
        var key: Int32
        var keyText: TextRange
        /// The colon and all up to the value.
        var middle: TextRange
        var value: Int32
        var valueText: TextRange
        /// The end of the line, with its comment.
        var tail: TextRange
    }
}
