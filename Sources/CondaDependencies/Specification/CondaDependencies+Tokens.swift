package import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Returns the locations, in ``serializeToString()``, of tokens of known forms that are not in a value, such as in
    /// comments, anchors and tags.
    ///
    /// - Parameter limit: The maximum number of locations.
    /// - Returns: The locations in the order of the text.
    package func tokensOutsideValues(limit: Int) -> [SourceLocation] {
        // Almost no text has a token: only one that has is searched without its values.
        guard TokenForm.isToken(bytes), let document = documentWithPlaces else { return [] }
        return document.locations(ofBytes: TokenForm.ranges(in: document.surroundings).prefix(limit).map(\.lowerBound))
    }
}
