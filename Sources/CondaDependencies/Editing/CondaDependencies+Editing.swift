internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Edits the text in place, like ``IndexedDocument/edit(_:)``. ``empty`` first becomes a specification with an
    /// empty `dependencies:`.
    mutating func edit(
        _ body: (inout YAMLDocument, YAMLNode) throws(YAMLError) -> [EntryChange]?
    ) throws(CondaDependenciesError) {
        do throws(YAMLError) {
            try content.edit(body)
        } catch {
            throw CondaDependenciesError(error)
        }
    }

    /// Refuses an entry that is blank or has control characters.
    func requireEntry(_ entry: String, called what: String) throws(CondaDependenciesError) {
        guard !entry.trimmingBlanks.isEmpty, !entry.hasControlCharacter else {
            throw CondaDependenciesError(
                .valueInvalid,
                "'\(entry)' is not a \(what)",
                hint: "give one \(what), without line breaks or tabs"
            )
        }
    }
}
