/// What an edit puts into a document; its texts stay texts, however they have to be quoted.
package indirect enum YAMLContent: Sendable, Hashable {
    case text(String)
    case sequence([YAMLContent])
    case mapping([(key: String, value: YAMLContent)])

    package static func == (left: YAMLContent, right: YAMLContent) -> Bool {
        switch (left, right) {
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.sequence(let left), .sequence(let right)): left == right
        case (.mapping(let left), .mapping(let right)):
            left.elementsEqual(right) { $0.key.utf8.elementsEqual($1.key.utf8) && $0.value == $1.value }
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .text(let text): hasher.combine(text)
        case .sequence(let items): hasher.combine(items)
        case .mapping(let pairs): for pair in pairs { hasher.combine(pair.value) }
        }
    }
}
