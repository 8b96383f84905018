internal import AzureMLSupport
internal import LosslessYAML

extension YAMLLimits {
    /// The usual limits, explained to the reader of a conda specification.
    static let condaSpecification = YAMLLimits(
        hint: "\(standard.hint); a conda file needs no more",
        directivesHint: "\(standard.directivesHint), which a conda specification does not need"
    )
}
