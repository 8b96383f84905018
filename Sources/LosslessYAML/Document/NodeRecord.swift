/// A node of a document: its kind, its place in the tree, and its place in the text.
struct NodeRecord: Sendable {
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// The node is the key of a pair.
        static let key = Flags(rawValue: 1 << 0)
        /// An anchor or a tag is in front of the node.
        static let properties = Flags(rawValue: 1 << 1)
        /// Something below the node was edited, so that its text is no longer one range.
        static let edited = Flags(rawValue: 1 << 2)
        /// An anchor is somewhere below the node.
        static let anchorHolder = Flags(rawValue: 1 << 3)
    }

    var kind: YAMLNodeKind
    var style: YAMLStyle
    var flags: Flags = []
    /// The collection around this node; `nil` for the root.
    @Packed var parent: YAMLNode?
    /// The next item, or in a mapping the next key or value, as the text was read.
    @Packed var next: YAMLNode?
    /// The first item or key, as the text was read; for an alias, the node that it stands for.
    @Packed var first: YAMLNode?
    @Packed var last: YAMLNode?
    /// The layout of a collection; `nil` until its first edit.
    @Packed var layout: LayoutTable.ID?
    /// The place of an item, a key or a value in its parent's layout; `nil` while that is not known.
    @Packed var slot: CollectionLayout.SlotIndex?
    /// The text of the node, with its anchor and tag. A block collection ends with its last descendant.
    var text: TextRange
    /// The decoded text of a scalar.
    var content: TextRange

    /// The node that an alias stands for.
    var aliasTarget: YAMLNode? { kind == .alias ? first : nil }
}
