internal import TestSupport
internal import AzureMLSupport
internal import LosslessYAML

/// An edit of a collection in a document, which can be applied to the document and to a model of its data.
struct DocumentEdit {
    enum Change {
        case append(YAMLContent)
        case removeItem(Int)
        case removePair(Int)
        case moveToEnd(Int)
        case insert(String, before: Int?)
        case replaceValue(Int, YAMLContent)
        case replaceItemScalar(Int, String)
        case replaceValueScalar(Int, String)
    }

    var path: [YAMLModel.Step]
    var collection: YAMLNode
    var change: Change

    private static let newKey = "new"
    private static let texts = [
        "a", "numpy>=1.2", "3.10", "", " x ", "b: c", "#", "é", "it's", "- x", "y\nz", "on", "\"", "[", "{}", "a,b",
        "\u{85}",
    ]

    /// Creates a random edit; `nil` when the chosen edit is not possible in the chosen collection.
    init?(of document: YAMLDocument, _ random: inout SplitMix64) {
        guard let root = document.root else { return nil }
        let collections = Self.collections(below: root, at: [], in: document)
        guard let (path, collection) = random.element(of: collections) else { return nil }
        let text = Self.texts[random.next(below: Self.texts.count)]
        let kind = random.next(below: 7)
        guard let change = Self.change(kind, of: collection, text, in: document, &random) else { return nil }
        self.path = path
        self.collection = collection
        self.change = change
    }

    private static func change(
        _ kind: Int,
        of collection: YAMLNode,
        _ text: String,
        in document: YAMLDocument,
        _ random: inout SplitMix64
    ) -> Change? {
        let items = document.items(of: collection)
        let pairs = document.pairs(of: collection)
        let isSequence = document.kind(of: collection) == .sequence
        let position = items.isEmpty && pairs.isEmpty ? nil : random.next(below: items.count + pairs.count)
        switch (kind, position) {
        case (0, _) where isSequence: return .append(.text(text))
        case (1, _) where isSequence: return .append(.mapping([(key: "pip", value: .sequence([.text(text)]))]))
        case (0...1, _):
            return document.key(newKey, in: collection) == nil ? .insert(text, before: position) : nil
        case (2, let position?): return isSequence ? .removeItem(position) : .removePair(position)
        case (3, let position?) where isSequence: return .moveToEnd(position)
        case (4, let position?) where !isSequence: return .replaceValue(position, .sequence([.text(text)]))
        case (_, let position?) where isSequence && document.kind(of: items[position]) == .scalar:
            return .replaceItemScalar(position, text)
        case (_, let position?) where !isSequence && document.kind(of: pairs[position].value) == .scalar:
            return .replaceValueScalar(position, text)
        default: return nil
        }
    }

    private static func collections(
        below node: YAMLNode,
        at path: [YAMLModel.Step],
        in document: YAMLDocument
    ) -> [(path: [YAMLModel.Step], node: YAMLNode)] {
        let items = document.items(of: node).enumerated().flatMap { position, item in
            collections(below: item, at: path + [.item(position)], in: document)
        }
        let pairs = document.pairs(of: node).enumerated().flatMap { position, pair in
            collections(below: pair.key, at: path + [.key(position)], in: document)
                + collections(below: pair.value, at: path + [.value(position)], in: document)
        }
        switch document.kind(of: node) {
        case .sequence: return [(path: path, node: node)] + items
        case .mapping: return [(path: path, node: node)] + pairs
        case .scalar, .alias: return []
        }
    }
}

extension DocumentEdit {
    func make(in document: inout YAMLDocument) throws(YAMLError) {
        let items = document.items(of: collection)
        let pairs = document.pairs(of: collection)
        switch change {
        case .append(let content): try document.append(content, to: collection)
        case .removeItem(let position): try document.remove(items[position])
        case .removePair(let position): try document.remove(pairs[position].key)
        case .moveToEnd(let position): try document.moveToEnd(items[position])
        case .insert(let text, let successor):
            let successor = successor.map { pairs[$0].key }
            try document.insert(.text(text), forKey: Self.newKey, into: collection, before: successor)
        case .replaceValue(let position, let content):
            try document.replaceValue(ofKey: pairs[position].key, with: content)
        case .replaceItemScalar(let position, let text): try document.replaceScalar(items[position], with: text)
        case .replaceValueScalar(let position, let text):
            try document.replaceScalar(pairs[position].value, with: text)
        }
    }

    /// Applies the edit to a model of the document before the edit.
    func make(in model: inout YAMLModel, of document: YAMLDocument) {
        let isFlow = document.style(of: collection) == .flow
        model.edit(at: path[...]) { model in
            switch change {
            case .append(let content): model.items.append(YAMLModel(content))
            case .removeItem(let position): model.items.remove(at: position)
            case .removePair(let position): model.pairs.remove(at: position)
            case .moveToEnd(let position): model.items.append(model.items.remove(at: position))
            case .insert(let text, let successor):
                let pair = YAMLModel.Pair(key: YAMLModel(.text(Self.newKey)), value: YAMLModel(.text(text)))
                // In a flow mapping, a new pair is always the last one.
                model.pairs.insert(pair, at: isFlow ? model.pairs.count : successor ?? model.pairs.count)
            case .replaceValue(let position, let content): model.pairs[position].value = YAMLModel(content)
            case .replaceItemScalar(let position, let text): model.items[position] = YAMLModel(.text(text))
            case .replaceValueScalar(let position, let text): model.pairs[position].value = YAMLModel(.text(text))
            }
        }
    }

    /// Whether the bytes show no change beyond the edit.
    ///
    /// This check is coarse, and skips collections that are replaced as a whole. An addition must not remove anything,
    /// a removal may add only blanks and commas, a move may change only the order, and replacing a scalar must not
    /// remove a comment. The model checks the data; tests with written results and real files check the lines.
    func isLocal(from before: [UInt8], to after: [UInt8], in document: YAMLDocument) -> Bool {
        let count = document.items(of: collection).count + document.pairs(of: collection).count
        switch change {
        case .append, .insert:
            // An empty collection may be rewritten. In a text with mixed line breaks, the line of the new entry may get
            // another line break.
            return count == 0 || before.filter { $0 != 0x0D }.isSubsequence(of: after)
        case .removeItem, .removePair:
            return count == 1 || after.marks.isSubsequence(of: before)
        case .moveToEnd:
            return before.marks.sorted() == after.marks.sorted()
        case .replaceItemScalar(let position, _):
            return keepsComments(document.items(of: collection)[position], before, after, in: document)
        case .replaceValueScalar(let position, _):
            return keepsComments(document.pairs(of: collection)[position].value, before, after, in: document)
        case .replaceValue(let position, _):
            let value = document.pairs(of: collection)[position].value
            // The comments in a collection are removed with it.
            return document.kind(of: value) != .scalar || keepsComments(value, before, after, in: document)
        }
    }

    private func keepsComments(
        _ replaced: YAMLNode,
        _ before: [UInt8],
        _ after: [UInt8],
        in document: YAMLDocument
    ) -> Bool {
        let count = { (text: [UInt8]) in text.count { $0 == UInt8(ascii: "#") } }
        return count(before) - count(Array(document.utf8(of: replaced))) <= count(after)
    }
}

extension [UInt8] {
    /// The bytes that are not whitespace, commas or part of a non-ASCII line break of YAML 1.1.
    fileprivate var marks: [UInt8] {
        filter { ![0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), 0xC2, 0x85, 0xE2, 0x80, 0xA8, 0xA9].contains($0) }
    }
}
