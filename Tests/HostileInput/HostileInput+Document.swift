internal import AzureMLSupport
internal import LosslessYAML

extension HostileInput {
    private static let texts = [
        "a", "numpy>=1.2", "3.10", "", " x ", "b: c", "#", "é", "it's", "- x", "y\nz", "on", "\"", "[", "{}", "a,b", "\u{85}",
    ]

    /// What a text breaks as a YAML document: read, written back, edited, written and read again.
    static func documentViolations(of bytes: [UInt8]) -> [String] {
        do throws(YAMLError) {
            let document = try YAMLDocument(parsing: bytes)
            guard document.bytes == bytes else { return ["an unedited text does not come back"] }
            guard let root = document.root else { return [] }
            var violations = violationsOfData(of: root, in: document)
            var random = SplitMix64(seededBy: bytes)
            var edited = document
            for _ in 0..<4 { violations += violationsOfEdit(of: &edited, &random) }
            return violations
        } catch {
            return violations(of: error, in: bytes)
        }
    }

    private static func violationsOfData(of root: YAMLNode, in document: YAMLDocument) -> [String] {
        do throws(YAMLError) {
            _ = try YAMLText.canonical(of: document.data(of: root))
            return []
        } catch {
            return error.code == .tooManyNodes ? violations(of: error, in: document.bytes) : ["no data: \(error)"]
        }
    }

    private static func violationsOfEdit(of document: inout YAMLDocument, _ random: inout SplitMix64) -> [String] {
        let before = document
        do throws(YAMLError) {
            try edit(&document, &random)
        } catch {
            guard error.code == .cannotEdit else { return ["an edit fails in another way: \(error)"] }
            return document.bytes == before.bytes ? [] : ["a refused edit changes the text: \(error)"]
        }
        do throws(YAMLError) {
            _ = try document.verifiedBytes()
            return []
        } catch {
            // An edit may make a text too large for the limits; then saving refuses it.
            if [.tooDeep, .tooLarge, .tooManyNodes].contains(error.code) { return [] }
            return ["an edit does not read back: \(error)\n\(String(decoding: document.bytes, as: UTF8.self).debugDescription)"]
        }
    }

    private static func edit(_ document: inout YAMLDocument, _ random: inout SplitMix64) throws(YAMLError) {
        guard let root = document.root else { return }
        guard let collection = random.element(of: collections(below: root, in: document)) else { return }
        let text = texts[random.next(below: texts.count)]
        let items = document.items(of: collection)
        let pairs = document.pairs(of: collection)
        switch random.next(below: 7) {
        case 0 where document.kind(of: collection) == .sequence:
            try document.append(.text(text), to: collection)
        case 1 where document.kind(of: collection) == .sequence:
            try document.append(.mapping([(key: "pip", value: .sequence([.text(text)]))]), to: collection)
        case 2:
            if let entry = random.element(of: items + pairs.map(\.key)) { try document.remove(entry) }
        case 3:
            if let item = random.element(of: items) { try document.moveToEnd(item) }
        case 4 where document.kind(of: collection) == .mapping:
            guard document.key("new", in: collection) == nil else { return }
            try document.insert(.text(text), forKey: "new", into: collection, before: random.element(of: pairs)?.key)
        case 5:
            if let pair = random.element(of: pairs) {
                try document.replaceValue(ofKey: pair.key, with: .sequence([.text(text)]))
            }
        default:
            let scalars = (items + pairs.map(\.value)).filter { document.kind(of: $0) == .scalar }
            if let scalar = random.element(of: scalars) { try document.replaceScalar(scalar, with: text) }
        }
    }

    private static func collections(below node: YAMLNode, in document: YAMLDocument) -> [YAMLNode] {
        guard document.kind(of: node) == .sequence || document.kind(of: node) == .mapping else { return [] }
        let children = document.items(of: node) + document.pairs(of: node).flatMap { [$0.key, $0.value] }
        return [node] + children.flatMap { collections(below: $0, in: document) }
    }
}
