package import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// The entries of all pip lists with the locations of their texts in ``serializeToString()``.
    package var pipLines: [(text: String, location: SourceLocation)] {
        guard let document = documentWithPlaces else { return [] }
        let nodes = document.pipEntries
        let locations = document.locations(of: nodes.map { (node: $0, textOffset: nil) })
        return zip(nodes, locations).map { (text: document.string(of: $0), location: $1) }
    }
}
