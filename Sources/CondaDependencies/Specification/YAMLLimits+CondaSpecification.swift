internal import AzureMLSupport
internal import LosslessYAML

extension YAMLLimits {
    /// The usual limits, explained to the reader of a conda specification.
    static let condaSpecification: YAMLLimits = {
        var limits = YAMLLimits.standard
        limits.hint = "\(limits.hint); a conda file needs no more"
        limits.directivesHint = "\(limits.directivesHint), which a conda specification does not need"
        return limits
    }()
}
