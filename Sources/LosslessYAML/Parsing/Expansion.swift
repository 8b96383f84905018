/// The size of a node with its aliases expanded.
struct Expansion {
    var nodeCount = 0
    /// The number of decoded bytes of all scalars.
    var byteCount = 0
    /// The number of spaces that indent the values in block style.
    var indentation = 0
    /// The number of nested collections.
    var height = 0

    /// Adds the collection around all entries that were added.
    mutating func close() {
        indentation += 2 * nodeCount
        nodeCount += 1
        height += 1
    }

    /// Adds the size of an entry to the size of the collection around it.
    mutating func add(_ entry: Expansion) {
        nodeCount += entry.nodeCount
        byteCount += entry.byteCount
        indentation += entry.indentation
        height = max(height, entry.height)
    }
}
