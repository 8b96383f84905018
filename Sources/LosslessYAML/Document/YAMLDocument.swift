internal import AzureMLSupport

/// Positions in a document's virtual text: its source, and after it all text that edits have added.
typealias TextRange = Range<Int32>

/// A YAML text that comes back byte for byte, and that edits change only where they are meant to.
///
/// A value: copies share the source and the nodes until one of them is edited. Nodes own ranges of the source; text
/// that edits add follows it, so that rendering is one concatenation of ranges.
package struct YAMLDocument: Sendable {
    let source: YAMLSource
    let limits: YAMLLimits
    var nodes: NodeTable
    /// Decoded scalars, and the text of edits. It starts one position after the source's end, so that the end of
    /// the source and the start of this text are two positions.
    var added: [UInt8]
    /// How the text of a collection tiles into entries, known from its first edit on.
    var layouts = LayoutTable()
    /// Known from the first edit on.
    var rootFrame: RootFrame?
    /// The document's node; `nil` when the text holds none.
    package let root: YAMLNode?
    /// The rules by which plain scalars are read.
    let version: YAMLVersion
    let tags: [YAMLNode: YAMLTag]
    let anchors: [YAMLNode: String]
    /// Whether any edit was made.
    package internal(set) var isEdited = false

    /// The text above the root's first entry, and the text below the root: all of it, or for a block collection the
    /// text from a `...` on.
    struct RootFrame: Sendable {
        var head: TextRange
        var foot: TextRange
    }

    /// Reads a text of one document; an empty text or a text of comments has no root.
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
        try requireUniqueKeys(in: builder.mappings)
    }

    /// The path of the file that the text was read from, as the caller gave it.
    package var file: String? { source.file }

    subscript(node: YAMLNode) -> NodeRecord {
        get { nodes[node] }
        _modify { yield &nodes[node] }
    }

    /// The byte at a position; 0, which no text holds, at the end of the source and of the added text.
    func byte(at position: Int32) -> UInt8 {
        let position = Int(position)
        if position < source.bytes.count { return source.bytes[position] }
        let addedPosition = position - source.bytes.count - 1
        return added.indices.contains(addedPosition) ? added[addedPosition] : 0
    }

    /// The bytes of a range, which lies wholly in the source or wholly in the added text.
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
