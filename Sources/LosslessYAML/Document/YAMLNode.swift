/// A node of a document; valid in that document and its copies.
package struct YAMLNode: Hashable, Sendable {
    let index: Int32

    init(_ index: Int32) {
        self.index = index
    }
}

package enum YAMLNodeKind: UInt8, Sendable {
    case scalar, sequence, mapping, alias
}

package enum YAMLStyle: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
    case block, flow
}

/// Positions in a document's virtual text: its source, and behind it all text that edits have added.
typealias TextRange = Range<Int32>

struct NodeRecord: Sendable {
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// The node is the key of a pair.
        static let key = Flags(rawValue: 1 << 0)
        /// An anchor or a tag stands before the node.
        static let properties = Flags(rawValue: 1 << 1)
        /// Something below the node was edited, so that its text is no longer one range.
        static let edited = Flags(rawValue: 1 << 2)
        /// An anchor stands somewhere below the node.
        static let anchorHolder = Flags(rawValue: 1 << 3)
    }

    var kind: YAMLNodeKind
    var style: YAMLStyle
    var flags: Flags = []
    /// The collection around this node; -1 for the root.
    var parent: Int32
    /// The next item, or in a mapping the next key or value; -1 at the end.
    var next: Int32 = -1
    /// The first item or key; for an alias, the node that it stands for.
    var first: Int32 = -1
    var last: Int32 = -1
    /// The place of the entry in its parent's layout; -1 while the layout is not known.
    var slot: Int32 = -1
    /// The text of the node, with its anchor and tag. A block collection ends with its last descendant.
    var text: TextRange
    /// The decoded text of a scalar.
    var content: TextRange
}
