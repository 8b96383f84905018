internal import LosslessYAML

/// The text of a specification, and the index of its entries once enough edits have looked for some.
///
/// The text changes in ``edit(_:)`` alone, which tells the index of it, so that the two cannot differ.
struct IndexedDocument: Sendable {
    /// The text; `nil` when there is no specification.
    private(set) var document: YAMLDocument?
    private var index: EntryIndex?
    private var lookUpCount = 0
    /// Whether no edit was tried: one that changes nothing may still have settled to which entry a comment belongs.
    private(set) var isAsRead = true

    /// How many looks through the lists come before an index, which costs about as much as they do: of 20,000 packages
    /// it takes 8 ms to make, where a look takes 1 to 4 ms.
    private static let lookUpsWithoutIndex = 4

    // Inlined, because a document is copied and moved for the call otherwise.
    @inline(__always) init(_ document: YAMLDocument?) {
        self.document = document
    }

    /// The list to which pip's additions go.
    var lastPipList: YAMLNode? {
        guard let index else { return document?.pipLists.last }
        return index.lastPipList
    }

    /// Edits the text in place, or makes a text without entries and edits that; a refused edit leaves no text where
    /// there was none.
    ///
    /// The edit is given the root. It returns how it has changed the entries, or `nil` for any other change, after which
    /// the index is made anew. An edit that throws must have changed no entry.
    mutating func edit(
        _ body: (inout YAMLDocument, YAMLNode) throws(YAMLError) -> [EntryChange]?
    ) throws(YAMLError) {
        isAsRead = false
        let changes: [EntryChange]?
        if document == nil {
            var made = try YAMLDocument(parsing: Array("dependencies:\n".utf8), limits: .condaSpecification)
            changes = try made.edit(body)
            document = made
        } else {
            // In its place: a copy would cost as much as the whole text.
            changes = try document?.edit(body)
        }
        guard let changes else {
            index = nil
            return
        }
        for change in changes { index?.apply(change) }
    }

    private mutating func makeIndexIfWorthwhile() {
        lookUpCount += 1
        guard lookUpCount > Self.lookUpsWithoutIndex, index == nil, let document else { return }
        index = EntryIndex(of: document)
    }

    /// The entries of a list that are spelled like this.
    mutating func entries(of list: EntryList, withText text: String) -> [YAMLNode] {
        makeIndexIfWorthwhile()
        guard let document else { return [] }
        return (index?[list].candidates(withText: text) ?? list.entries(in: document)).filter {
            document.utf8(of: $0).elementsEqual(text.utf8)
        }
    }

    /// The entries of a list that stand for what this name stands for.
    mutating func entries(of list: EntryList, named name: String) -> [YAMLNode] {
        makeIndexIfWorthwhile()
        guard let document else { return [] }
        return (index?[list].candidates(named: name) ?? list.entries(in: document)).filter {
            list.name(ofEntry: document.string(of: $0))?.exact == name.exact
        }
    }
}

extension YAMLDocument {
    fileprivate mutating func edit(
        _ body: (inout YAMLDocument, YAMLNode) throws(YAMLError) -> [EntryChange]?
    ) throws(YAMLError) -> [EntryChange]? {
        guard let root else { return [] }
        return try body(&self, root)
    }
}
