/// A node of a document; valid in that document and its copies. Only a ``NodeTable`` makes one.
package struct YAMLNode: Hashable, CompactIndex {
    let position: Int32
}

extension YAMLNode: Comparable {
    /// Whether a node was made earlier. Parsed nodes are in the order of their texts.
    package static func < (left: YAMLNode, right: YAMLNode) -> Bool { left.position < right.position }
}

/// All nodes of a document. Nodes are never removed, so that each node that the table made always has its record.
struct NodeTable: Sendable {
    private(set) var records: ContiguousArray<NodeRecord> = []
    /// The number of nodes in the table that this one continues.
    private let offset: Int

    init() {
        offset = 0
    }

    /// Makes a table of additional nodes, which can be appended to the given one.
    init(following table: NodeTable) {
        offset = table.offset + table.records.count
    }

    subscript(node: YAMLNode) -> NodeRecord {
        get { records[node.arrayIndex - offset] }
        _modify { yield &records[node.arrayIndex - offset] }
    }

    var count: Int { records.count }

    var all: some Sequence<YAMLNode> {
        records.indices.lazy.map { [offset] in YAMLNode(arrayIndex: offset + $0) }
    }

    /// Returns the node that was made directly before another one.
    func node(before node: YAMLNode) -> YAMLNode? {
        node.arrayIndex > offset ? YAMLNode(arrayIndex: node.arrayIndex - 1) : nil
    }

    mutating func append(_ record: NodeRecord) -> YAMLNode {
        records.append(record)
        return YAMLNode(arrayIndex: offset + records.count - 1)
    }

    /// Adds the nodes of a table that continues this one.
    mutating func append(contentsOf table: NodeTable) {
        records.append(contentsOf: table.records)
    }

    mutating func reserveCapacity(_ count: Int) {
        records.reserveCapacity(count)
    }
}
