internal import AzureMLSupport

/// Positions in a document's virtual text: its source, and after it all text that edits have added.
typealias TextRange = Range<Int32>

/// A YAML text that is preserved byte for byte, except where an edit is meant to change it.
///
/// This is a value type: copies share the source and the nodes until one of them is edited. Nodes refer to ranges of
/// the source. Text that edits add follows the source, so that rendering is a concatenation of ranges.
package struct YAMLDocument: Sendable {
    let source: YAMLSource
    let limits: YAMLLimits
    var nodes: NodeTable
    /// Decoded scalars, and the text of edits. It starts one position after the source's end, so that the end of
    /// the source and the start of this text are different positions.
    var added: [UInt8]
    /// The layouts of the collections that have been edited.
    var layouts = LayoutTable()
    /// The text around the root's entries; `nil` before the first edit.
    var rootFrame: RootFrame?
    /// The root node; `nil` when the text has no node.
    package let root: YAMLNode?
    /// The rules by which plain scalars are read.
    let version: YAMLVersion
    let tags: [YAMLNode: YAMLTag]
    let anchors: [YAMLNode: String]
    /// Whether any edit was made.
    package internal(set) var isEdited = false

    /// The text above the root's first entry, and the text below the root. Below a block collection, this is only the
    /// text from a `...` line on.
    struct RootFrame: Sendable {
        var head: TextRange
        var foot: TextRange
    }

    /// Parses a text with one document; an empty text, or one with only comments, has no root.
    package init(
        parsing bytes: [UInt8],
        file: String? = nil,
        limits: YAMLLimits = .standard
    ) throws(YAMLError) {
        self.limits = limits
        source = YAMLSource(bytes: bytes, file: file)
        try source.require(limits)
        var builder = TreeBuilder(source: source, limits: limits)
        var reader = EventReader(source: source)
        try reader.read { (event) throws(YAMLError) in try builder.add(event) }
        nodes = builder.nodes
        added = reader.decoded
        root = builder.root
        version = builder.version
        tags = builder.tags
        anchors = builder.anchors
        try requireFewMarks()
        try requireUniqueKeys(in: builder.mappings)
    }

    /// The path of the file that the text was read from, as the caller gave it.
    package var file: String? { source.file }

    subscript(node: YAMLNode) -> NodeRecord {
        get { nodes[node] }
        _modify { yield &nodes[node] }
    }

    /// Returns the byte at a position; 0, which no text contains, at the end of the source and of the added text.
    func byte(at position: Int32) -> UInt8 {
        let position = Int(position)
        if position < source.bytes.count { return source.bytes[position] }
        let addedPosition = position - source.bytes.count - 1
        return added.indices.contains(addedPosition) ? added[addedPosition] : 0
    }

    /// Returns the bytes of a range, which must be entirely in the source or entirely in the added text.
    func bytes(in range: TextRange) -> ArraySlice<UInt8> {
        let (lower, upper) = (Int(range.lowerBound), Int(range.upperBound))
        let count = source.bytes.count
        return upper <= count ? source.bytes[lower..<upper] : added[(lower - count - 1)..<(upper - count - 1)]
    }

    func string(in range: TextRange) -> String {
        String(decoding: bytes(in: range), as: UTF8.self)
    }

    /// The position of the next added text.
    var endOfAdded: Int32 { Int32(truncatingIfNeeded: source.bytes.count + 1 + added.count) }

    /// Adds text after all other text, at the start of a line, and returns its range.
    mutating func add(_ bytes: some Collection<UInt8>) -> TextRange {
        let start = startLineOfAdded()
        added.append(contentsOf: bytes)
        return start..<endOfAdded
    }

    /// Makes the next added text start a line, and returns its position.
    mutating func startLineOfAdded() -> Int32 {
        if let last = added.last, last != .newline { added.append(.newline) }
        return endOfAdded
    }
}
