internal import LosslessYAML

/// Finds the entries of lists by their text and by the name of what they stand for, so that an edit does not look at
/// all of them.
struct EntryIndex: Sendable {
    private var byText = NodeTable()
    private var byName = NodeTable()
    private let list: CondaDependencies.List

    /// Makes an index without entries.
    init(of list: CondaDependencies.List) {
        self.list = list
    }

    mutating func insert(_ nodes: [YAMLNode], of document: YAMLDocument) {
        byText.reserveCapacity(nodes.count)
        byName.reserveCapacity(nodes.count)
        for node in nodes { insert(node, text: document.string(of: node)) }
    }

    mutating func insert(_ node: YAMLNode, text: String) {
        byText.insert(node, text)
        if let name = list.name(ofEntry: text) { byName.insert(node, name) }
    }

    /// Forgets entries with their texts; many at once, since a list may hold the same entry many times.
    mutating func remove(_ entries: [(node: YAMLNode, text: String)]) {
        let nodes = Set(entries.map(\.node))
        for text in Set(entries.map(\.text)) { byText.remove(nodes, text) }
        for name in Set(entries.compactMap { list.name(ofEntry: $0.text) }) { byName.remove(nodes, name) }
    }

    /// Gives an entry another text. One that stands for the same as before keeps its place, unless it moves.
    mutating func replace(_ node: YAMLNode, text: String, with newText: String, movingToEnd: Bool) {
        if !movingToEnd, let name = list.name(ofEntry: text), name == list.name(ofEntry: newText) {
            byText.remove([node], text)
            byText.insert(node, newText)
        } else {
            remove([(node, text)])
            insert(node, text: newText)
        }
    }

    /// The entries that may be spelled like this, in the order of the text.
    func candidates(withText text: String) -> [YAMLNode] {
        byText[text]
    }

    /// The entries that may have this name, in the order of the text.
    func candidates(named name: String) -> [YAMLNode] {
        byName[name]
    }
}

/// Nodes by the hash of a text. The document holds the texts; a table of its own would cost more than the look-ups.
private struct NodeTable: Sendable {
    private var first: [Int: YAMLNode] = [:]
    /// Behind the first; few texts stand in a list twice.
    private var others: [Int: [YAMLNode]] = [:]

    mutating func reserveCapacity(_ count: Int) {
        first.reserveCapacity(count)
    }

    mutating func insert(_ node: YAMLNode, _ text: String) {
        let hash = text.hashValue
        if let earlier = first.updateValue(node, forKey: hash) {
            first[hash] = earlier
            others[hash, default: []].append(node)
        }
    }

    mutating func remove(_ nodes: Set<YAMLNode>, _ text: String) {
        let hash = text.hashValue
        let left = self[text].filter { !nodes.contains($0) }
        first[hash] = left.first
        others[hash] = left.count > 1 ? Array(left.dropFirst()) : nil
    }

    /// The nodes of this text, and maybe of another one with the same hash.
    subscript(text: String) -> [YAMLNode] {
        let hash = text.hashValue
        return first[hash].map { [$0] + (others[hash] ?? []) } ?? []
    }
}
