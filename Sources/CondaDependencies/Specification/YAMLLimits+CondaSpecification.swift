internal import AzureMLSupport
internal import LosslessYAML

extension YAMLLimits {
    /// The standard limits, with hints for conda specifications.
    static let condaSpecification = YAMLLimits(
        hint: "\(standard.hint); conda files are far smaller",
        directivesHint: "\(standard.directivesHint), which a conda specification does not need"
    )
}
