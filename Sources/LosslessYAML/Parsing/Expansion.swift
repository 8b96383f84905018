/// How much a node stands for once its aliases are expanded.
struct Expansion {
    var nodeCount = 0
    /// The decoded bytes of all scalars.
    var byteCount = 0
    /// The collections inside one another.
    var height = 0

    /// Adds what an entry stands for to what the collection around it stands for.
    mutating func add(_ entry: Expansion) {
        nodeCount += entry.nodeCount
        byteCount += entry.byteCount
        height = max(height, entry.height)
    }
}
