internal import LosslessYAML

/// The text of a specification, with an index of its entries after several lookups.
///
/// The text changes only in ``edit(_:)``, which also updates the index, so that the two cannot differ.
struct IndexedDocument: Sendable {
    /// The text; `nil` when there is no specification.
    private(set) var document: YAMLDocument?
    private var index: EntryIndex?
    private var lookUpCount = 0
    /// Whether no edit was attempted: even an edit that changes nothing may decide which entry a comment belongs to.
    private(set) var isAsRead = true

    /// The number of lookups that scan the lists before an index is built.
    ///
    /// Together they cost about as much as the index: for 20,000 packages, the index takes 8 ms and a scan 1 to 4 ms.
    private static let lookUpsWithoutIndex = 4

    // Inlined, because the call would otherwise copy and move the document.
    @inline(__always) init(_ document: YAMLDocument?) {
        self.document = document
    }

    /// The list to which pip entries are appended.
    var lastPipList: YAMLNode? {
        guard let index else { return document?.pipLists.last }
        return index.lastPipList
    }

    /// Edits the text in place; if there is no text, creates one without entries and edits it.
    ///
    /// The edit receives the root. It returns its changes to the entries, or `nil` for any other change, which discards
    /// the index. An edit that throws must not have changed any entry; in this case, no text is created.
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
            // In place: a copy would cost as much as the whole text.
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

    /// Returns the entries of a list that have exactly this text.
    mutating func entries(of list: EntryList, withText text: String) -> [YAMLNode] {
        makeIndexIfWorthwhile()
        guard let document else { return [] }
        return (index?[list].candidates(withText: text) ?? list.entries(in: document)).filter {
            document.isScalar($0, text)
        }
    }

    /// Returns the entries of a list that have this package or option name.
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
