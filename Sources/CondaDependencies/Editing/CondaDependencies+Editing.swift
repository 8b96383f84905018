internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// The keys in the order in which conda writes them; a new key goes behind the one before it.
    private static let usualOrder = ["name", "channels", "dependencies", "prefix", "variables"]

    /// Edits the text in place. ``empty`` becomes a specification with a `dependencies:` without entries first.
    mutating func edit(
        _ body: (inout YAMLDocument, YAMLNode) throws(YAMLError) -> Void
    ) throws(CondaDependenciesError) {
        do throws(YAMLError) {
            let wasEmpty = document == nil
            if wasEmpty { document = try YAMLDocument(parsing: Array("dependencies:\n".utf8)) }
            guard var edited = document, let root = edited.root else { return }
            // While the edit runs nothing else may hold the text, or it would be copied.
            document = nil
            do throws(YAMLError) {
                try body(&edited, root)
                document = edited
            } catch {
                document = wasEmpty ? nil : edited
                throw error
            }
        } catch {
            throw CondaDependenciesError(error)
        }
    }

    /// Puts an entry behind the last one of a list at the root, which is made where it is missing or empty.
    ///
    /// - Returns: The new entry; `nil` when the list had to be made.
    mutating func append(
        _ content: YAMLContent,
        toListOf key: String
    ) throws(CondaDependenciesError) -> YAMLNode? {
        var entry: YAMLNode?
        try edit { (document, root) throws(YAMLError) in
            guard let keyNode = document.key(key, in: root), let value = document.value(forKey: key, in: root) else {
                let successor = Self.successor(ofNewKey: key, in: document, root: root)
                try document.insert(.sequence([content]), forKey: key, into: root, before: successor)
                return
            }
            if document.isNull(value) {
                try document.replaceValue(ofKey: keyNode, with: .sequence([content]))
            } else if document.kind(of: value) == .scalar {
                let items = [YAMLContent.text(document.string(of: value)), content]
                try document.replaceValue(ofKey: keyNode, with: .sequence(items))
            } else {
                entry = try document.append(content, to: value)
            }
        }
        return entry
    }

    private static func successor(ofNewKey key: String, in document: YAMLDocument, root: YAMLNode) -> YAMLNode? {
        let keys = document.pairs(of: root).map(\.key)
        let before = usualOrder.prefix { $0 != key }
        guard let predecessor = keys.lastIndex(where: { before.contains(document.string(of: $0)) }) else { return nil }
        return predecessor + 1 < keys.count ? keys[predecessor + 1] : nil
    }

    /// Refuses an entry that no reader could take for what it is meant to be.
    func requireEntry(_ entry: String, called what: String) throws(CondaDependenciesError) {
        guard !entry.trimmingBlanks.isEmpty, !entry.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw CondaDependenciesError(
                .invalidValue,
                "'\(entry)' is no \(what)",
                hint: "give one \(what), without line breaks or tabs"
            )
        }
    }
}
