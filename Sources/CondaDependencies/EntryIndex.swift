internal import LosslessYAML

/// Finds the entries of lists by their text and by the name of what they stand for, so that an edit does not look at
/// all of them.
struct EntryIndex: Sendable {
    private var nodesByText: [[UInt8]: [YAMLNode]] = [:]
    private var nodesByName: [String: [YAMLNode]] = [:]
    private let name: @Sendable (String) -> String?

    /// Makes an index without entries.
    ///
    /// - Parameter name: The name of what an entry stands for; `nil` for an entry without one.
    init(name: @escaping @Sendable (String) -> String?) {
        self.name = name
    }

    mutating func insert(_ node: YAMLNode, text: String) {
        nodesByText[Array(text.utf8), default: []].append(node)
        if let name = name(text) { nodesByName[name, default: []].append(node) }
    }

    /// Forgets entries with their texts; many at once, since a list may hold the same entry many times.
    mutating func remove(_ entries: [(node: YAMLNode, text: String)]) {
        let nodes = Set(entries.map(\.node))
        for text in Set(entries.map { Array($0.text.utf8) }) { nodesByText[text]?.removeAll(where: nodes.contains) }
        for name in Set(entries.compactMap { name($0.text) }) { nodesByName[name]?.removeAll(where: nodes.contains) }
    }

    /// Gives an entry another text. One that stands for the same as before keeps its place, unless it moves.
    mutating func replace(_ node: YAMLNode, text: String, with newText: String, movingToEnd: Bool) {
        if !movingToEnd, let name = name(text), name == self.name(newText) {
            nodesByText[Array(text.utf8)]?.removeAll { $0 == node }
            nodesByText[Array(newText.utf8), default: []].append(node)
        } else {
            remove([(node, text)])
            insert(node, text: newText)
        }
    }

    /// The entries that are spelled like this, in the order of the text.
    func entries(withText text: String) -> [YAMLNode] {
        nodesByText[Array(text.utf8)] ?? []
    }

    /// The entries that stand for what the text stands for, in the order of the text.
    func entries(sameNameAs text: String) -> [YAMLNode] {
        name(text).flatMap { nodesByName[$0] } ?? []
    }
}
