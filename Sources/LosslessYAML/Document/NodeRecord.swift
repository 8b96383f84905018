/// A node of a document: its kind, its position in the tree, and its position in the text.
struct NodeRecord: Sendable {
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// The node is the key of a pair.
        static let key = Flags(rawValue: 1 << 0)
        /// An anchor or a tag precedes the node.
        static let properties = Flags(rawValue: 1 << 1)
        /// Something below the node was edited, so that its text is no longer one range.
        static let edited = Flags(rawValue: 1 << 2)
        /// An anchor is somewhere below the node.
        static let anchorHolder = Flags(rawValue: 1 << 3)
    }

    var kind: YAMLNodeKind
    var style: YAMLStyle
    var flags: Flags = []
    /// The collection that contains this node; `nil` for the root.
    @CompactOptional var parent: YAMLNode?
    /// The next item, or in a mapping the next key or value, as the text was parsed.
    @CompactOptional var next: YAMLNode?
    /// The first item or key, as the text was parsed; for an alias, the node that it refers to.
    @CompactOptional var first: YAMLNode?
    @CompactOptional var last: YAMLNode?
    /// The layout of a collection; `nil` until its first edit.
    @CompactOptional var layout: LayoutTable.ID?
    /// The slot of an item, a key or a value in its parent's layout; `nil` until that layout is known.
    @CompactOptional var slot: CollectionLayout.SlotIndex?
    /// The text of the node, with its anchor and tag. A block collection ends with its last descendant.
    var text: TextRange
    /// The decoded text of a scalar.
    var content: TextRange

    /// The node that an alias refers to.
    var aliasTarget: YAMLNode? { kind == .alias ? first : nil }
}
