internal import AzureMLSupport
internal import LosslessYAML

extension YAMLLimits {
    /// The limits for conda specifications. A value takes up to 500 bytes of memory until it is registered.
    static let condaSpecification = YAMLLimits(
        nodeCount: 250_000,
        hint: "\(standard.hint); conda files are far smaller",
        directivesHint: "\(standard.directivesHint), which a conda specification does not need"
    )
}
