internal import LosslessYAML

/// The data of a document as plain values, so that an edit of the document can be compared with an edit of arrays.
enum YAMLModel: Equatable {
    case scalar([UInt8], isText: Bool)
    case sequence([YAMLModel])
    case mapping([Pair])

    struct Pair: Equatable {
        var key: YAMLModel
        var value: YAMLModel
    }

    /// A step from a collection to one of its items, keys or values.
    enum Step: Hashable {
        case item(Int), key(Int), value(Int)
    }

    init(_ node: YAMLNode, of document: YAMLDocument) {
        switch document.kind(of: node) {
        case .scalar, .alias:
            self = .scalar(Array(document.utf8(of: node)), isText: document.scalar(of: node) == .string)
        case .sequence:
            self = .sequence(document.items(of: node).map { YAMLModel($0, of: document) })
        case .mapping:
            let pairs = document.pairs(of: node)
            self = .mapping(
                pairs.map { Pair(key: YAMLModel($0.key, of: document), value: YAMLModel($0.value, of: document)) }
            )
        }
    }

    init(_ content: YAMLContent) {
        switch content {
        case .text(let text): self = .scalar(Array(text.utf8), isText: true)
        case .sequence(let items): self = .sequence(items.map { YAMLModel($0) })
        case .mapping(let pairs):
            self = .mapping(pairs.map { Pair(key: YAMLModel(.text($0.key)), value: YAMLModel($0.value)) })
        }
    }

    var items: [YAMLModel] {
        get { if case .sequence(let items) = self { items } else { [] } }
        set { self = .sequence(newValue) }
    }

    var pairs: [Pair] {
        get { if case .mapping(let pairs) = self { pairs } else { [] } }
        set { self = .mapping(newValue) }
    }

    mutating func edit(at path: ArraySlice<Step>, _ body: (inout YAMLModel) -> Void) {
        guard let step = path.first else { return body(&self) }
        switch step {
        case .item(let position): items[position].edit(at: path.dropFirst(), body)
        case .key(let position): pairs[position].key.edit(at: path.dropFirst(), body)
        case .value(let position): pairs[position].value.edit(at: path.dropFirst(), body)
        }
    }
}
