internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Edits the text in place, as ``IndexedDocument/edit(_:)``. ``empty`` becomes a specification with a `dependencies:`
    /// without entries first.
    mutating func edit(
        _ body: (inout YAMLDocument, YAMLNode) throws(YAMLError) -> [EntryChange]?
    ) throws(CondaDependenciesError) {
        do throws(YAMLError) {
            try content.edit(body)
        } catch {
            throw CondaDependenciesError(error)
        }
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
