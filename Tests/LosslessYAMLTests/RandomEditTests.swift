import AzureMLSupport
import Testing

@testable import LosslessYAML

@Suite struct RandomEditTests {
    static let texts = [
        "a", "numpy>=1.2", "3.10", "", " x ", "b: c", "#", "é", "it's", "- x", "y\nz", "on", "\"", "[", "{}", "a,b",
    ]

    @Test(arguments: 0..<200)
    func `after every edit the text reads back as what was edited`(seed: Int) throws {
        var random = SplitMix64(state: UInt64(seed))
        for given in SampleTexts.all {
            var document = try YAMLDocument(parsing: Array(given.utf8))
            for _ in 0..<4 {
                let before = document
                do throws(YAMLError) {
                    try edit(&document, &random)
                } catch {
                    #expect(error.code == .cannotEdit, "\(error)")
                    #expect(document.bytes == before.bytes, "a refused edit changed \(given.debugDescription)")
                    continue
                }
                #expect(
                    throws: Never.self,
                    "\(given.debugDescription)\n\(String(decoding: document.bytes, as: UTF8.self))"
                ) {
                    try document.verifiedBytes()
                }
            }
        }
    }

    private func edit(_ document: inout YAMLDocument, _ random: inout SplitMix64) throws(YAMLError) {
        guard let root = document.root else { return }
        let collections = self.collections(below: root, in: document)
        guard let collection = random.element(of: collections) else { return }
        let text = Self.texts[random.next(below: Self.texts.count)]
        let items = document.items(of: collection)
        let keys = document.pairs(of: collection).map(\.key)
        switch random.next(below: 6) {
        case 0 where document.kind(of: collection) == .sequence:
            try document.append(.text(text), to: collection)
        case 1 where document.kind(of: collection) == .sequence:
            try document.append(.mapping([(key: "pip", value: .sequence([.text(text)]))]), to: collection)
        case 2:
            if let entry = random.element(of: items + keys) { try document.remove(entry) }
        case 3:
            if let item = random.element(of: items) { try document.moveToEnd(item) }
        case 4 where document.kind(of: collection) == .mapping:
            guard document.key("new", in: collection) == nil else { return }
            try document.insert(.text(text), forKey: "new", into: collection, before: random.element(of: keys))
        default:
            let scalars = (items + keys.compactMap { document.value(ofKey: $0) }).filter {
                document.kind(of: $0) == .scalar
            }
            if let scalar = random.element(of: scalars) { try document.replaceScalar(scalar, with: text) }
        }
    }

    private func collections(below node: YAMLNode, in document: YAMLDocument) -> [YAMLNode] {
        guard document.kind(of: node) == .sequence || document.kind(of: node) == .mapping else { return [] }
        let children = document.items(of: node) + document.pairs(of: node).map(\.value)
        return [node] + children.flatMap { collections(below: $0, in: document) }
    }
}

extension YAMLDocument {
    fileprivate func value(ofKey key: YAMLNode) -> YAMLNode? {
        pairs(of: YAMLNode(self[key].parent)).first { $0.key == key }?.value
    }
}

/// A generator with a seed, so that a failing case can be made again.
struct SplitMix64 {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(bound))
    }

    mutating func element<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[next(below: elements.count)]
    }
}
