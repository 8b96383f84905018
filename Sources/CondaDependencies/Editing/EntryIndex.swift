internal import LosslessYAML

/// Finds the entries of the lists by text and by package or option name, so that an edit does not scan all of them.
struct EntryIndex: Sendable {
    private var channels = EntryTable()
    private var condaPackages = EntryTable()
    private var pipItems = EntryTable()
    /// The list to which pip entries are appended.
    let lastPipList: YAMLNode?

    init(of document: YAMLDocument) {
        lastPipList = document.pipLists.last
        for list in EntryList.allCases {
            let nodes = list.entries(in: document)
            self[list].reserveCapacity(nodes.count)
            for node in nodes {
                self[list].insert(node, NamedEntry(document.string(of: node), of: list))
            }
        }
    }

    private(set) subscript(list: EntryList) -> EntryTable {
        get {
            switch list {
            case .channels: channels
            case .condaPackages: condaPackages
            case .pipItems: pipItems
            }
        }
        // In place: a copy for each edit would make many edits quadratic.
        _modify {
            switch list {
            case .channels: yield &channels
            case .condaPackages: yield &condaPackages
            case .pipItems: yield &pipItems
            }
        }
    }

    /// Updates the index after an edit.
    mutating func apply(_ change: EntryChange) {
        switch change {
        case .appended(let node, let entry, let list):
            self[list].insert(node, entry)
        case .removed(let nodes, let texts, let names, let list):
            self[list].remove(Set(nodes), texts: Set(texts), names: names)
        case .replaced(let node, let oldText, let entry, let list, let movedToEnd):
            self[list].replace(node, text: oldText, with: entry, movingToEnd: movedToEnd)
        }
    }
}

/// A change that an edit makes to the entries of a list.
enum EntryChange {
    case appended(YAMLNode, NamedEntry, to: EntryList)
    /// The removed entries, with all their texts and names.
    case removed([YAMLNode], texts: [String], names: Set<String>, from: EntryList)
    /// An entry that still names the same package or option.
    case replaced(YAMLNode, oldText: String, with: NamedEntry, in: EntryList, movedToEnd: Bool)
}

/// The entries of one list, keyed by text and by name.
struct EntryTable: Sendable {
    private var byText = NodeTable()
    private var byName = NodeTable()

    mutating func reserveCapacity(_ count: Int) {
        byText.reserveCapacity(count)
        byName.reserveCapacity(count)
    }

    mutating func insert(_ node: YAMLNode, _ entry: NamedEntry) {
        byText.insert(node, entry.text)
        if let name = entry.name { byName.insert(node, name) }
    }

    /// Removes entries with their texts and names; many at once, because a list may hold the same entry many times.
    mutating func remove(_ nodes: Set<YAMLNode>, texts: Set<String>, names: Set<String>) {
        for text in texts { byText.remove(nodes, text) }
        for name in names { byName.remove(nodes, name) }
    }

    /// Replaces the text of an entry, which keeps its place among the entries of its name unless it moves to the end.
    mutating func replace(_ node: YAMLNode, text: String, with entry: NamedEntry, movingToEnd: Bool) {
        byText.remove([node], text)
        byText.insert(node, entry.text)
        guard movingToEnd, let name = entry.name else { return }
        byName.remove([node], name)
        byName.insert(node, name)
    }

    /// Returns the entries that may have this text, in document order.
    func candidates(withText text: String) -> [YAMLNode] {
        byText[text]
    }

    /// Returns the entries that may have this name, in document order.
    func candidates(named name: String) -> [YAMLNode] {
        byName[name]
    }
}

/// Nodes, keyed by the hash of their text. The document has the texts; a second copy would cost more than the lookups.
private struct NodeTable: Sendable {
    private var first: [Int: YAMLNode] = [:]
    /// The nodes after the first; few texts are in a list twice.
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

    /// The nodes with this text, and possibly with another text of the same hash.
    subscript(text: String) -> [YAMLNode] {
        let hash = text.hashValue
        return first[hash].map { [$0] + (others[hash] ?? []) } ?? []
    }
}
